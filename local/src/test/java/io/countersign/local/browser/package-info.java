@NullMarked
package io.countersign.local.browser;

import org.jspecify.annotations.NullMarked;
