/** The shared deployment and what tests set up on it. */
@NullMarked
package io.countersign.tests.stage;

import org.jspecify.annotations.NullMarked;
