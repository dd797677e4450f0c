/** Who must agree: policies, what they target and how they bind to a revision. */
@NullMarked
package io.countersign.policy;

import org.jspecify.annotations.NullMarked;
