/** Merges that are cut off, refused or denied on the way, and how they end. */
@NullMarked
package io.countersign.tests.merge;

import org.jspecify.annotations.NullMarked;
