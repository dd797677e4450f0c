/** What can go wrong outside. */
@NullMarked
package io.countersign.fault;

import org.jspecify.annotations.NullMarked;
