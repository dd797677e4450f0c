/** The mails that were sent, read from the emulator and shown on a page. */
@NullMarked
package io.countersign.local.mail;

import org.jspecify.annotations.NullMarked;
