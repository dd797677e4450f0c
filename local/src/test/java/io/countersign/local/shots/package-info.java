@NullMarked
package io.countersign.local.shots;

import org.jspecify.annotations.NullMarked;
