/** Tells people of what happened to requests. */
@NullMarked
package io.countersign.notify;

import org.jspecify.annotations.NullMarked;
