/** What the deployed template does, over HTTP. */
@NullMarked
package io.countersign.tests.road;

import org.jspecify.annotations.NullMarked;
