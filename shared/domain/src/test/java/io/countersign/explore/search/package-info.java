/** Breadth-first search through all states of anything, and what can be reached from where. */
@NullMarked
package io.countersign.explore.search;

import org.jspecify.annotations.NullMarked;
