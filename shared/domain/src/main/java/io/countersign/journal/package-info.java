/** What happens in a project outside of its requests, hash-chained like a request's events. */
@NullMarked
package io.countersign.journal;

import org.jspecify.annotations.NullMarked;
