/** What happened to a request, line by line. */
@NullMarked
package io.countersign.query.timeline;

import org.jspecify.annotations.NullMarked;
