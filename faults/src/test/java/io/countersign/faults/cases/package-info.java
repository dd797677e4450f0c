/** The commands under test. */
@NullMarked
package io.countersign.faults.cases;

import org.jspecify.annotations.NullMarked;
