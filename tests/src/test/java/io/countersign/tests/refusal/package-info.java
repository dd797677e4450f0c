/** Bad input, over HTTP: named by field and rule, nothing changed, no value echoed. */
@NullMarked
package io.countersign.tests.refusal;

import org.jspecify.annotations.NullMarked;
