/** The template's way into an endpoint, and what came out of it. */
@NullMarked
package io.countersign.local.deploy;

import org.jspecify.annotations.NullMarked;
