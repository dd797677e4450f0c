/** The documented API, and clients that hold every answer against it. */
@NullMarked
package io.countersign.tests.api;

import org.jspecify.annotations.NullMarked;
