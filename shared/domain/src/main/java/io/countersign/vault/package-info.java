/** The port to Secrets Manager: managed secrets, and the place of proposed values. */
@NullMarked
package io.countersign.vault;

import org.jspecify.annotations.NullMarked;
