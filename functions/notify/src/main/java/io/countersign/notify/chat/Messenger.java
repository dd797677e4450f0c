package io.countersign.notify.chat;

import io.countersign.project.Channel;

/** Posts to one kind of chat. */
interface Messenger {
  /**
   * Tells a channel of an event.
   *
   * @param credential the channel's token or webhook
   */
  Outcome tell(Channel channel, String credential, Bulletin news);

  /**
   * Posts a test message.
   *
   * @param words what it says
   */
  Outcome test(Channel channel, String credential, String words);
}
