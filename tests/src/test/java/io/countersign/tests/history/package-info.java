/** Many people at once while processes die: what was seen, and whether it may have been so. */
@NullMarked
package io.countersign.tests.history;

import org.jspecify.annotations.NullMarked;
