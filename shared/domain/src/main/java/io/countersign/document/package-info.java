/**
 * The content of one AWS secret, read and edited byte by byte: what an edit does not name stays
 * exactly as it was (design §1, document).
 */
@NullMarked
package io.countersign.document;

import org.jspecify.annotations.NullMarked;
