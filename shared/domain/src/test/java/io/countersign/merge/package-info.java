/**
 * The merge protocol under faults and other writers. Its exploration begins where a merge does, so
 * that there is room for what that of the whole engine ({@code io.countersign.explore}) leaves out:
 * roll-backs, denials, secrets that others create, a lock that fails, documents taken back from
 * their deletion, and that whoever follows comes to an end.
 */
@NullMarked
package io.countersign.merge;

import org.jspecify.annotations.NullMarked;
