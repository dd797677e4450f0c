/** Who may call what: every operation, by everybody, over HTTP. */
@NullMarked
package io.countersign.tests.permission;

import org.jspecify.annotations.NullMarked;
