/** Benchmarks: each a ratio within one run. */
@NullMarked
package io.countersign.bench;

import org.jspecify.annotations.NullMarked;
