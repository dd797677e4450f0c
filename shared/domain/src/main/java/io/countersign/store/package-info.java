/** The port to the table: what a command reads, and the one transaction that it commits. */
@NullMarked
package io.countersign.store;

import org.jspecify.annotations.NullMarked;
