/** Merges without the agreement of approvers, openly. */
@NullMarked
package io.countersign.bypass;

import org.jspecify.annotations.NullMarked;
