/** Whom requests wait for: lists that are derived from them, and from which nothing is decided. */
@NullMarked
package io.countersign.waiting;

import org.jspecify.annotations.NullMarked;
