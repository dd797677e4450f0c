/** Keyed hashes by KMS. */
@NullMarked
package io.countersign.aws.keys;

import org.jspecify.annotations.NullMarked;
