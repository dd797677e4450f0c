/** One state of everything: what is stored, what is under way, and what really happened. */
@NullMarked
package io.countersign.explore.world;

import org.jspecify.annotations.NullMarked;
