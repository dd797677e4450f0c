/** Destinations that are services, deployed anew so that they read the new value. */
@NullMarked
package io.countersign.sync.ecs;

import org.jspecify.annotations.NullMarked;
