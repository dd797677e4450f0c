/** Why something may not be, as data and in the words that every surface shows (rule 12). */
@NullMarked
package io.countersign.explain;

import org.jspecify.annotations.NullMarked;
