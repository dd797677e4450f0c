/** Properties checked on generated cases, each of which can be had again from its seed. */
@NullMarked
package io.countersign.property;

import org.jspecify.annotations.NullMarked;
