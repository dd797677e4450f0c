/** The hash chain over a request's events. */
@NullMarked
package io.countersign.audit;

import org.jspecify.annotations.NullMarked;
