/** What the dashboard's pages cost whoever opens them, on the deployed stack, in a Chromium. */
@NullMarked
package io.countersign.bench.page;

import org.jspecify.annotations.NullMarked;
