/** HTTP API events in, answers and problems out. */
@NullMarked
package io.countersign.edge.http;

import org.jspecify.annotations.NullMarked;
