/** Telling channels: what is posted to Slack and Microsoft Teams. */
@NullMarked
package io.countersign.notify.chat;

import org.jspecify.annotations.NullMarked;
