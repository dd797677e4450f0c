/** The command that verifies an export of the audit without AWS and without Countersign. */
@NullMarked
package io.countersign.verify;

import org.jspecify.annotations.NullMarked;
