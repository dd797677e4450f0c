/** Carries agreed requests out: the only function that writes managed secrets. */
@NullMarked
package io.countersign.merging;

import org.jspecify.annotations.NullMarked;
