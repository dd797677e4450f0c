/** The merge protocol under faults and other writers. */
@NullMarked
package io.countersign.merge;

import org.jspecify.annotations.NullMarked;
