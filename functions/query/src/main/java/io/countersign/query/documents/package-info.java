/** Which documents an environment has: keys, kinds and versions, never a value. */
@NullMarked
package io.countersign.query.documents;

import org.jspecify.annotations.NullMarked;
