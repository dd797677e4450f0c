/** Texts: files of the project, bodies of calls, values of secrets. */
@NullMarked
package io.countersign.tests.text;

import org.jspecify.annotations.NullMarked;
