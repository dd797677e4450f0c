package io.countersign.notify.chat;

import io.countersign.channel.Posting;
import io.countersign.channel.Postings;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.notify.letter.Links;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes events from the bus and has the channels told that they concern. */
public final class Chats {
  private static final String DOUBT =
      "An earlier try did not come to its end, so that it may be there twice.";

  private final Store store;
  private final Postings postings;
  private final Audience audience;
  private final Telling telling;
  private final Links links;
  private final Shift shift;
  private final InstantSource clock;

  public Chats(Store store, Chat chat, Links links, Shift shift, InstantSource clock) {
    this.store = store;
    this.postings = chat.postings();
    this.audience = new Audience(chat.postings());
    this.telling = new Telling(chat, clock);
    this.links = links;
    this.shift = shift;
    this.clock = clock;
  }

  /**
   * One envelope; any fault makes it come again.
   *
   * @throws Unfinished when a channel is not told yet
   */
  public void take(Json.Obj envelope) {
    Json.Obj detail = Events.object(envelope, "detail");
    Event event = EventJson.event(detail);
    Way way = Way.of(event);
    Fields fields = Fields.of(detail);
    RequestId id = fields.typed("request", RequestId::parse);
    Rules rules = way == null ? null : store.rules(id.project());
    if (way != null && rules != null && !rules.channels().isEmpty()) {
      tell(scene(fields, id, event, rules), way);
    }
  }

  private Scene scene(Fields detail, RequestId id, Event event, Rules rules) {
    Request state =
        Objects.requireNonNull(store.read(Ask.state(id)).head(), "the request").request();
    Revision revision = store.revision(id, state.digest());
    return new Scene(
        event,
        detail.number("sequence"),
        detail.typed("at", Instant::parse),
        state,
        Objects.requireNonNull(revision, "the revision"),
        rules,
        store.directory(),
        links.page(id));
  }

  private void tell(Scene scene, Way way) {
    Bulletin news = Bulletin.of(scene, way);
    Unfinished first = null;
    for (Channel channel : audience.of(scene, way)) {
      Unfinished waits = tell(channel, scene, news);
      if (first == null || (waits != null && waits.after().compareTo(first.after()) < 0)) {
        first = waits;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** Why it has to come again for this channel, or null. */
  private @Nullable Unfinished tell(Channel channel, Scene scene, Bulletin news) {
    Duration rests = shift.rests(news.request().project(), channel.id());
    if (rests != null) {
      return new Unfinished("left for a later call", rests);
    }
    Posting queued =
        Posting.queued(
            news.request(),
            news.sequence(),
            EventJson.word(scene.event()),
            channel,
            clock.instant());
    return switch (postings.claim(queued)) {
      case TAKEN -> send(channel, queued, news, null);
      case TAKEN_AFTER_ANOTHER -> send(channel, queued, news, DOUBT);
      case NOT_NOW -> new Unfinished("in other hands, or has to wait", Postings.IN_HAND);
      case ENDED -> null;
    };
  }

  private @Nullable Unfinished send(
      Channel channel, Posting queued, Bulletin news, @Nullable String doubt) {
    Outcome outcome =
        telling.by(
            news.request().project(),
            channel,
            (messenger, credential) -> messenger.tell(channel, credential, news));
    Instant now = clock.instant();
    switch (outcome) {
      case Outcome.Sent(String messageId) -> postings.end(queued.sent(messageId, doubt, now));
      case Outcome.Broken(String reason) -> postings.end(queued.failed(reason, now));
      case Outcome.Gone _ -> postings.end(queued.failed("the message is gone", now));
      case Outcome.Later later -> {
        Postings.Tried tried = doubt == null ? later.tried() : Postings.Tried.PERHAPS;
        postings.giveBack(queued.waiting(later.reason(), now), now.plus(later.after()), tried);
        shift.rest(news.request().project(), channel.id(), later.after());
        return new Unfinished(later.reason(), later.after());
      }
    }
    telling.note(news.request().project(), channel, outcome);
    return null;
  }

  /** A channel is not told yet: the event comes again. */
  public static final class Unfinished extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration after;

    Unfinished(String why, Duration after) {
      super(why);
      this.after = after;
    }

    /** How long it is of no use to try again. */
    public Duration after() {
      return after;
    }
  }
}
