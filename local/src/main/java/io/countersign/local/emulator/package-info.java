/** The AWS emulator's process. */
@NullMarked
package io.countersign.local.emulator;

import org.jspecify.annotations.NullMarked;
