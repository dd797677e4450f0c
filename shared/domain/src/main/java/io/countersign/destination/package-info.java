/** Where merged documents are pushed, and the record of what arrived. */
@NullMarked
package io.countersign.destination;

import org.jspecify.annotations.NullMarked;
