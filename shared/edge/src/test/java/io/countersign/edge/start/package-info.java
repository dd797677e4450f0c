@NullMarked
package io.countersign.edge.start;

import org.jspecify.annotations.NullMarked;
