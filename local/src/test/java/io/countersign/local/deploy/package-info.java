@NullMarked
package io.countersign.local.deploy;

import org.jspecify.annotations.NullMarked;
