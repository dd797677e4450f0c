/** Every call to AWS, with everything that can go wrong at it, and what comes of that. */
@NullMarked
package io.countersign.faults;

import org.jspecify.annotations.NullMarked;
