/** Destinations that are told by signed HTTP requests. */
@NullMarked
package io.countersign.sync.webhook;

import org.jspecify.annotations.NullMarked;
