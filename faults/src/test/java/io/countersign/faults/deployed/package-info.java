/** The functions as they are deployed, and what must be so of what they leave. */
@NullMarked
package io.countersign.faults.deployed;

import org.jspecify.annotations.NullMarked;
