/** What time brings: expiry, lapsed merges, orphaned values, events that a cursor missed. */
@NullMarked
package io.countersign.tick;

import org.jspecify.annotations.NullMarked;
