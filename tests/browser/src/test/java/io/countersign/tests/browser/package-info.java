/** The dashboard in Chromium, on the deployed template. */
@NullMarked
package io.countersign.tests.browser;

import org.jspecify.annotations.NullMarked;
