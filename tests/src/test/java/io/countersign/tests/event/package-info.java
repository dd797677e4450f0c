/** The documented events, held against those that were seen. */
@NullMarked
package io.countersign.tests.event;

import org.jspecify.annotations.NullMarked;
