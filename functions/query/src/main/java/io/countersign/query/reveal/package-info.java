/** Showing values: each is in the audit before it leaves. */
@NullMarked
package io.countersign.query.reveal;

import org.jspecify.annotations.NullMarked;
