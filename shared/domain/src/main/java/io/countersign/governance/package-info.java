/** Applying agreed changes of rules: what of the registry they write. */
@NullMarked
package io.countersign.governance;

import org.jspecify.annotations.NullMarked;
