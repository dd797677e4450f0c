@NullMarked
package io.countersign.local;

import org.jspecify.annotations.NullMarked;
