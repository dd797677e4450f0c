/** Batches of messages and records in, failures of single ones out. */
@NullMarked
package io.countersign.edge.queue;

import org.jspecify.annotations.NullMarked;
