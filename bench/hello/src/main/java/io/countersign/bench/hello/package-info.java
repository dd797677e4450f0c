/** The least that a function with our SDK client can be. */
@NullMarked
package io.countersign.bench.hello;

import org.jspecify.annotations.NullMarked;
