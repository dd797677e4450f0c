/** The one codec between the domain's types and their JSON. */
@NullMarked
package io.countersign.wire;

import org.jspecify.annotations.NullMarked;
