package io.countersign.notify.chat;

import io.countersign.channel.Posting;
import io.countersign.channel.Postings;
import io.countersign.delivery.GivenUp;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.notify.letter.Links;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes events from the bus and has the channels told that they concern. */
public final class Chats {
  private static final String DOUBT =
      "An earlier try did not come to its end, so that it may be there twice.";

  /** How people are told in place of channels. */
  public interface Instead {
    /**
     * Tells them what nobody but the channels would have told, and the admins of those that broke.
     *
     * @param broke why, of those that were not known to be broken
     */
    void tell(Json.Obj envelope, SortedMap<ChannelId, String> broke);
  }

  private record Break(Channel channel, Posting queued, Outcome.Broken outcome) {}

  private final Store store;
  private final Postings postings;
  private final Audience audience;
  private final Telling telling;
  private final Links links;
  private final Shift shift;
  private final Instead instead;
  private final InstantSource clock;

  public Chats(
      Store store, Chat chat, Links links, Shift shift, Instead instead, InstantSource clock) {
    this.store = store;
    this.postings = chat.postings();
    this.audience = new Audience(chat.postings());
    this.telling = new Telling(chat, clock);
    this.links = links;
    this.shift = shift;
    this.instead = instead;
    this.clock = clock;
  }

  /**
   * One envelope; any fault makes it come again.
   *
   * @throws Unfinished when a channel is not told yet
   */
  public void take(Json.Obj envelope, Rules rules) {
    Json.Obj detail = Events.object(envelope, "detail");
    Event event = EventJson.event(detail);
    Way way = Way.of(event);
    if (way != null && !rules.channels().isEmpty()) {
      Fields fields = Fields.of(detail);
      RequestId id = fields.typed("request", RequestId::parse);
      tell(envelope, scene(fields, id, event, rules), way);
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

  private void tell(Json.Obj envelope, Scene scene, Way way) {
    Bulletin news = Bulletin.of(scene, way);
    List<Break> broken = new ArrayList<>();
    Unfinished first = null;
    for (Channel channel : audience.of(scene, way)) {
      Unfinished waits = tell(channel, scene, news, broken);
      if (first == null || (waits != null && waits.after().compareTo(first.after()) < 0)) {
        first = waits;
      }
    }
    if (!broken.isEmpty()) {
      mend(envelope, news.request().project(), broken);
    }
    if (first != null) {
      throw first;
    }
  }

  /** People are told before it is written down that channels are not. */
  private void mend(Json.Obj envelope, ProjectId project, List<Break> broken) {
    SortedMap<ChannelId, String> anew = new TreeMap<>();
    for (Break each : broken) {
      if (telling.isNews(project, each.channel())) {
        anew.put(each.channel().id(), each.outcome().reason());
      }
    }
    instead.tell(envelope, anew);
    for (Break each : broken) {
      postings.end(each.queued().failed(each.outcome().reason(), clock.instant()));
      telling.note(project, each.channel(), each.outcome());
    }
  }

  /** Ends what was not posted by now and does not come again; people are told in its place. */
  public void giveUp(Json.Obj envelope) {
    Fields detail = Fields.of(Events.object(envelope, "detail"));
    long sequence = detail.number("sequence");
    List<Posting> waiting =
        postings.of(detail.typed("request", RequestId::parse)).stream()
            .filter(each -> each.sequence() == sequence && each.status() == Posting.Status.QUEUED)
            .toList();
    if (!waiting.isEmpty()) {
      instead.tell(envelope, Collections.emptySortedMap());
    }
    for (Posting each : waiting) {
      postings.end(each.failed(GivenUp.why(each.reason()), clock.instant()));
    }
  }

  /** Why it has to come again for this channel, or null. */
  private @Nullable Unfinished tell(
      Channel channel, Scene scene, Bulletin news, List<Break> broken) {
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
      case TAKEN -> send(channel, queued, news, null, broken);
      case TAKEN_AFTER_ANOTHER -> send(channel, queued, news, DOUBT, broken);
      case NOT_NOW -> new Unfinished("in other hands, or has to wait", Postings.IN_HAND);
      case ENDED -> null;
    };
  }

  private @Nullable Unfinished send(
      Channel channel, Posting queued, Bulletin news, @Nullable String doubt, List<Break> broken) {
    Outcome outcome =
        telling.by(
            news.request().project(),
            channel,
            (messenger, credential) -> messenger.tell(channel, credential, news));
    Instant now = clock.instant();
    switch (outcome) {
      case Outcome.Sent(String messageId) -> postings.end(queued.sent(messageId, doubt, now));
      case Outcome.Broken broke -> {
        broken.add(new Break(channel, queued, broke));
        return null;
      }
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
