/** Postings, conditions and credentials in memory, and what their keepers promise. */
@NullMarked
package io.countersign.channel;

import org.jspecify.annotations.NullMarked;
