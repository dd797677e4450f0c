package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.notify.letter.Letter;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Takes events from the bus and has the people told whom they concern. */
final class Notices {
  private final Store store;
  private final History history;
  private final Nudges nudges;
  private final Dispatch dispatch;

  Notices(Store store, History history, Nudges nudges, Dispatch dispatch) {
    this.store = store;
    this.history = history;
    this.nudges = nudges;
    this.dispatch = dispatch;
  }

  /** One envelope; any fault makes it come again. */
  void take(Json.Obj envelope) {
    with(
        envelope,
        (news, letter) -> {
          nudges.plan(news);
          dispatch.tell(news, letter);
        });
  }

  /** One that does not come again. */
  void giveUp(Json.Obj envelope) {
    with(envelope, dispatch::giveUp);
  }

  private void with(Json.Obj envelope, BiConsumer<News, Letter> what) {
    Occasion occasion = Occasion.of(EventJson.event(Events.object(envelope, "detail")));
    if (occasion != null) {
      News news = news(envelope);
      what.accept(news, occasion.letter(news));
    }
  }

  /** What an envelope is about, as it is now. */
  News news(Json.Obj envelope) {
    Json.Obj object = Events.object(envelope, "detail");
    Event event = EventJson.event(object);
    Fields detail = Fields.of(object);
    RequestId id = detail.typed("request", RequestId::parse);
    Head head = Objects.requireNonNull(store.read(Ask.state(id)).head(), "the request");
    Request state = head.request();
    long sequence = detail.number("sequence");
    Digest digest = detail.optionalTyped("digest", Digest::new);
    Revision revision = store.revision(id, digest == null ? state.digest() : digest);
    return new News(
        event,
        EventJson.word(event),
        sequence,
        detail.typed("at", Instant::parse),
        state,
        Objects.requireNonNull(revision, "the revision"),
        Objects.requireNonNull(store.rules(id.project()), "its project"),
        store.directory(),
        event instanceof Event.Commented ? history.spoken(id, sequence) : new TreeSet<>());
  }
}
