/** From the table's stream to the bus. */
@NullMarked
package io.countersign.relay;

import org.jspecify.annotations.NullMarked;
