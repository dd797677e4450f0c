/** Telling people: mails, and the record of what became of each. */
@NullMarked
package io.countersign.delivery;

import org.jspecify.annotations.NullMarked;
