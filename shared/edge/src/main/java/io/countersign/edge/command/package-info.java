/** Commands on requests over HTTP: one read, one decision, one transaction, one answer. */
@NullMarked
package io.countersign.edge.command;

import org.jspecify.annotations.NullMarked;
