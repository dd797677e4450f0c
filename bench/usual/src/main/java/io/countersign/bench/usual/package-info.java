/** A vote as it is usually written: event types, databind, the Enhanced client. */
@NullMarked
package io.countersign.bench.usual;

import org.jspecify.annotations.NullMarked;
