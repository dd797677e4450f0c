/** What the port to Secrets Manager promises, and fakes that keep it. */
@NullMarked
package io.countersign.vault;

import org.jspecify.annotations.NullMarked;
