/** One structured line for each call, without values. */
@NullMarked
package io.countersign.edge.log;

import org.jspecify.annotations.NullMarked;
