/** Votes on change requests. */
@NullMarked
package io.countersign.vote;

import org.jspecify.annotations.NullMarked;
