/** Processes that must not outlive the stack, and ports that must be free for it. */
@NullMarked
package io.countersign.local.process;

import org.jspecify.annotations.NullMarked;
