/** What somebody wants changed, before it is sealed, and what it means for a document later. */
@NullMarked
package io.countersign.proposal;

import org.jspecify.annotations.NullMarked;
