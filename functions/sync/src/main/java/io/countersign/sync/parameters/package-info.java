/** Destinations in SSM Parameter Store. */
@NullMarked
package io.countersign.sync.parameters;

import org.jspecify.annotations.NullMarked;
