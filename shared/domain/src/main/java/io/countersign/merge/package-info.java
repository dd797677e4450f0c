/** The merge protocol as a pure step function and the thin loop around it (design §5). */
@NullMarked
package io.countersign.merge;

import org.jspecify.annotations.NullMarked;
