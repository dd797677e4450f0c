/** The engine with one guard left out, to show which promise it keeps. */
@NullMarked
package io.countersign.explore.guard;

import org.jspecify.annotations.NullMarked;
