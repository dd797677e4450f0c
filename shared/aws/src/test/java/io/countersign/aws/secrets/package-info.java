/** The adapters held against what their ports promise. */
@NullMarked
package io.countersign.aws.secrets;

import org.jspecify.annotations.NullMarked;
