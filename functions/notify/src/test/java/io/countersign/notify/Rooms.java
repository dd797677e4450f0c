package io.countersign.notify;

import io.countersign.aws.web.HttpPoster;
import io.countersign.channel.Condition;
import io.countersign.channel.FakeConditions;
import io.countersign.channel.FakePostings;
import io.countersign.channel.Health;
import io.countersign.channel.Posting;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.FakeRounds;
import io.countersign.delivery.Mailer;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.notify.chat.Chat;
import io.countersign.notify.chat.ChatServer;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Shift;
import io.countersign.notify.chat.Trials;
import io.countersign.notify.letter.Links;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.request.Event;
import io.countersign.sample.Rulebook;
import io.countersign.store.FakeBallots;
import io.countersign.store.Head;
import io.countersign.store.ReadOnlyStore;
import io.countersign.vault.FakeCredentials;
import io.countersign.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Two channels on a server of this machine: the policy of the request names {@code slack}, and
 * {@code teams} where it is said; nobody names {@code other}.
 */
final class Rooms implements AutoCloseable {
  static final ChannelId SLACK = new ChannelId("slack");
  static final ChannelId TEAMS = new ChannelId("teams");
  static final ChannelId OTHER = new ChannelId("other");
  static final String LINK = "https://countersign.example.com/requests/payments-7";

  final ChatServer server = new ChatServer();
  final FakePostings postings = new FakePostings();
  final FakeConditions conditions = new FakeConditions();
  final FakeCredentials credentials = new FakeCredentials();
  final List<Channel> channels = new ArrayList<>();

  /** What was handed on for webhooks. */
  final List<Json.Obj> passed = new ArrayList<>();

  Case story = Case.standard();

  /** What the project says now, but for its policies and channels. */
  Rules rules = Case.proposing();

  Instant now = Deployment.NOW;

  /** What people were told of in place of broken channels: of those that broke with it, why. */
  final List<SortedMap<ChannelId, String>> mended = new ArrayList<>();

  Rooms() {
    add(SLACK, new Channel.Place.Slack(ChatServer.CONVERSATION), ChatServer.TOKEN);
  }

  Rooms withTeams() {
    add(TEAMS, new Channel.Place.Teams("127.0.0.1"), server.webhook());
    return this;
  }

  void add(ChannelId id, Channel.Place place, String credential) {
    channels.removeIf(each -> each.id().equals(id));
    String version = credentials.keep(Rulebook.PAYMENTS, id.value(), credential);
    channels.add(new Channel(id, place, new Credential(version, "cret"), 1));
  }

  /** Tells of the event as that number; the request stands where the events before led it. */
  void tell(long sequence, Event event) {
    chats().take(envelope(sequence, event), rules());
  }

  /** As a queue hands it on: in bytes. */
  private static Json.Obj envelope(long sequence, Event event) {
    Json.Obj envelope =
        Json.object()
            .put("detail-type", EventJson.detailType(EventJson.word(event)))
            .put("detail", EventJson.record(Case.REQUEST, sequence, Case.AT, event))
            .build();
    byte[] bytes = envelope.text().getBytes(StandardCharsets.UTF_8);
    return JsonText.object(new String(bytes, StandardCharsets.UTF_8));
  }

  /** The whole function, with mail. */
  Inbox inbox(Deliveries deliveries, Mailer mailer) {
    Links links = new Links("https://countersign.example.com/");
    Mails mails =
        Wiring.mails(
            store(),
            (_, _, _) -> List.of(),
            deliveries,
            new FakeRounds(),
            mailer,
            links,
            new Inviting(new FakeBallots(), links, () -> new Random(1), () -> now),
            () -> now);
    return Wiring.inbox(mails, store(), chat(), passed::add, links, () -> now);
  }

  void test(ChannelId channel, Instant at) {
    Json.Obj detail =
        Json.object()
            .put("project", "payments")
            .put("channel", channel.value())
            .put("at", at)
            .build();
    trials().take(Json.object().put("detail-type", "Channel Test").put("detail", detail).build());
  }

  private Trials trials() {
    return new Trials(store(), chat(), new Shift(() -> now), () -> now);
  }

  private Chats chats() {
    return new Chats(
        store(),
        chat(),
        new Links("https://countersign.example.com/"),
        new Shift(() -> now),
        (envelope, broke) -> mended.add(broke),
        () -> now);
  }

  private ReadOnlyStore store() {
    return new ReadOnlyStore(
        new Head(story.state(), null, 1, "hash"), story.revision(), rules(), story.directory());
  }

  private Chat chat() {
    return new Chat(
        postings,
        conditions,
        credentials,
        new HttpPoster(Duration.ofSeconds(1), Duration.ofSeconds(1)),
        server.address());
  }

  private Rules rules() {
    Policy policy = Rulebook.policy("production", Rulebook.requirement(2, "bob", "cem", "eve"));
    Policy naming =
        new Policy(
            policy.id(),
            policy.kind(),
            policy.name(),
            policy.targets(),
            policy.requirements(),
            policy.terms(),
            new TreeSet<>(List.of(SLACK, TEAMS)),
            1);
    return new Rules(
        rules.project(),
        rules.environments(),
        List.of(naming),
        rules.access(),
        List.of(),
        List.of(),
        channels);
  }

  List<Posting> records() {
    return postings.of(Case.REQUEST);
  }

  Health health(ChannelId channel) {
    return Objects.requireNonNull(condition(channel).health());
  }

  Condition condition(ChannelId channel) {
    return conditions.of(Rulebook.PAYMENTS).getOrDefault(channel, Condition.NEW);
  }

  @Override
  public void close() {
    server.close();
  }
}
