/** Slack and Microsoft Teams as far as Countersign uses them, on this machine. */
@NullMarked
package io.countersign.local.chat;

import org.jspecify.annotations.NullMarked;
