/** The deployed HTTP API, as its clients see it. */
@NullMarked
package io.countersign.local.api;

import org.jspecify.annotations.NullMarked;
