@NullMarked
package io.countersign.local.passage;

import org.jspecify.annotations.NullMarked;
