@NullMarked
package io.countersign.local.process;

import org.jspecify.annotations.NullMarked;
