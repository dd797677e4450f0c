/** AWS, and everything that can go wrong at a call to it. */
@NullMarked
package io.countersign.faults.aws;

import org.jspecify.annotations.NullMarked;
