/** Events out: EventBridge, and the merge function's queue. */
@NullMarked
package io.countersign.aws.bus;

import org.jspecify.annotations.NullMarked;
