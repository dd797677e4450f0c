/** Pushes merged documents to their destinations. */
@NullMarked
package io.countersign.sync;

import org.jspecify.annotations.NullMarked;
