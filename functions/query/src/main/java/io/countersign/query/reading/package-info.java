/** Who reads, and where a page ended. */
@NullMarked
package io.countersign.query.reading;

import org.jspecify.annotations.NullMarked;
