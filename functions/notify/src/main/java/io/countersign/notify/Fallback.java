package io.countersign.notify;

import io.countersign.json.Json;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.letter.Letter;
import io.countersign.notify.letter.Links;
import io.countersign.notify.letter.Said;
import io.countersign.notify.letter.Unreached;
import io.countersign.project.ChannelId;
import java.util.List;
import java.util.SortedMap;

/** Mails what channels that are broken do not say. */
record Fallback(Notices notices, Dispatch dispatch, Links links) implements Chats.Instead {
  /** What deliveries of the mail to admins are called, in place of the event's word. */
  private static final String WORD = "Channel Broken";

  @Override
  public void tell(Json.Obj envelope, SortedMap<ChannelId, String> broke) {
    News news = notices.news(envelope);
    Occasion occasion = Occasion.ofChats(news.event());
    if (occasion != null) {
      dispatch.tell(news, occasion.letter(news));
    }
    if (!broke.isEmpty()) {
      dispatch.tell(news.called(WORD), letter(news, broke));
    }
  }

  private Letter letter(News news, SortedMap<ChannelId, String> broke) {
    List<Unreached.One> channels =
        broke.entrySet().stream()
            .map(
                each ->
                    new Unreached.One(Said.name(each.getKey().value()), Said.text(each.getValue())))
            .toList();
    String settings = links.channels(news.state().id().project());
    return new Letter(news.admins(), (letters, facts) -> letters.broken(facts, channels, settings));
  }
}
