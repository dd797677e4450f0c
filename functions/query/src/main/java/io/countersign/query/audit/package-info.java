/** The export of the audit. */
@NullMarked
package io.countersign.query.audit;

import org.jspecify.annotations.NullMarked;
