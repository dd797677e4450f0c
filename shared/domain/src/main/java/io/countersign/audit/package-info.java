/** Hash chains, their export and its verifier. */
@NullMarked
package io.countersign.audit;

import org.jspecify.annotations.NullMarked;
