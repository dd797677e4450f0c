/** Pictures of every page, to look at. */
@NullMarked
package io.countersign.local.shots;

import org.jspecify.annotations.NullMarked;
