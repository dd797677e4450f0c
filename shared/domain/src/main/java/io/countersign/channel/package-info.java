/** Telling chats: what was posted where, and how channels are. */
@NullMarked
package io.countersign.channel;

import org.jspecify.annotations.NullMarked;
