/** The words of mails: facts, cleaned once, and two renderings of them. */
@NullMarked
package io.countersign.notify.letter;

import org.jspecify.annotations.NullMarked;
