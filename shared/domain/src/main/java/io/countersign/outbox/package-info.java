/** From a request's stored events to the bus: at least once, in sequence. */
@NullMarked
package io.countersign.outbox;

import org.jspecify.annotations.NullMarked;
