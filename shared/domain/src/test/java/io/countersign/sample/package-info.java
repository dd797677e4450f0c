/** People, policies, proposals and whole requests to test with. */
@NullMarked
package io.countersign.sample;

import org.jspecify.annotations.NullMarked;
