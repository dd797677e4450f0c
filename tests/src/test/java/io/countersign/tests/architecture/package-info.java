/** Rules of the code itself. */
@NullMarked
package io.countersign.tests.architecture;

import org.jspecify.annotations.NullMarked;
