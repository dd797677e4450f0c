/** The list of change requests. */
@NullMarked
package io.countersign.query.list;

import org.jspecify.annotations.NullMarked;
