/** Deliveries and mails in memory, and what their keepers promise. */
@NullMarked
package io.countersign.delivery;

import org.jspecify.annotations.NullMarked;
