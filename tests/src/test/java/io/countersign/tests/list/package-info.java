/** What people find waiting for them, and what documents there are. */
@NullMarked
package io.countersign.tests.list;

import org.jspecify.annotations.NullMarked;
