/** Destinations in memory, and what their keepers promise. */
@NullMarked
package io.countersign.destination;

import org.jspecify.annotations.NullMarked;
