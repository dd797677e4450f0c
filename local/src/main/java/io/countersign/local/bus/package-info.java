/** What is published on the bus of the stack. */
@NullMarked
package io.countersign.local.bus;

import org.jspecify.annotations.NullMarked;
