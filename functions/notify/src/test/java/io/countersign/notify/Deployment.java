package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.FakeDeliveries;
import io.countersign.delivery.FakeMailer;
import io.countersign.delivery.FakeRounds;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.MailerUnavailable;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.Rounds.Round;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.link.Ballots;
import io.countersign.notify.letter.Links;
import io.countersign.policy.Rules;
import io.countersign.project.ChannelId;
import io.countersign.request.Event;
import io.countersign.store.FakeBallots;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import io.countersign.wire.RoundJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The real handler on fakes, and the events that wake it. */
final class Deployment {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:05Z");

  /** What the template gives a call. */
  static final Duration WHOLE = Duration.ofMinutes(1);

  /** How much time a call has. */
  Duration left = WHOLE;

  /** The handler asks its context for the time that it has left, and for nothing else. */
  static Context context(Duration left) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
              return (int) left.toMillis();
            });
  }

  final FakeMailer mailer = new FakeMailer();
  final Deliveries deliveries = new FakeDeliveries();
  final Rounds rounds = new FakeRounds();
  final Ballots ballots = new FakeBallots();
  private final Random random = new Random(1);

  /** When it dies. */
  final Lives lives = new Lives();

  Case story = Case.standard();

  /** What the project says now. */
  Rules rules = Case.rules();

  Instant now = NOW;

  /** How often a message was handed out. */
  int tries = 1;

  /** How long messages were made to wait. */
  final Waits waits = new Waits();

  /** What has happened to the request. */
  List<Event> said = new ArrayList<>();

  /** How long messages were made to wait. */
  static final class Waits {
    final List<Duration> times = new ArrayList<>();
    private boolean away;

    /** From now on the queue does not answer. */
    void away() {
      away = true;
    }

    private void add(String queue, String receipt, Duration time) {
      assertThat(queue).startsWith("arn:aws:sqs:");
      assertThat(receipt).isNotEmpty();
      if (away) {
        throw new MailerUnavailable("SQS: away", new IllegalStateException());
      }
      times.add(time);
    }
  }

  /** Feeds the stored submission, the request's first event. */
  List<Json> wake() {
    if (said.isEmpty()) {
      said.add(Case.submitted(story.revision().title()));
    }
    return wake(stored("submitted"), mailer);
  }

  /** Lets this event of the request happen, and feeds it. */
  List<Json> wake(Event event) {
    said.add(event);
    return again();
  }

  /** Feeds the last event once more. */
  List<Json> again() {
    return again(said.size());
  }

  /** Feeds the event of that number once more. */
  List<Json> again(int sequence) {
    Event event = said.get(sequence - 1);
    return wake(
        batch(
            Json.object()
                .put("detail-type", EventJson.detailType(EventJson.word(event)))
                .put("source", "countersign")
                .put("detail", EventJson.record(Case.REQUEST, sequence, Case.AT, event))
                .build()),
        mailer);
  }

  /** Feeds what SES says of the mail to that person about the event of that number. */
  List<Json> reported(String what, long sequence, String word, String person) {
    String bounced =
        stored("bounced")
            .replace("\\\"1-bob\\\"", "\\\"" + sequence + "-" + person + "\\\"")
            .replace("\\\"Submitted\\\"", "\\\"" + word.replace(' ', '-') + "\\\"")
            .replace("\\\"Permanent\\\"", "\\\"" + what + "\\\"");
    return wake(bounced, mailer);
  }

  /** Feeds that the round is due. */
  List<Json> due(Round round) {
    return wake(batch(RoundJson.message(round)), mailer);
  }

  /** Has people told of it in the place of the channel {@code ops}, which broke with it. */
  void instead(Event event) {
    said.add(event);
    Json.Obj detail = EventJson.record(Case.REQUEST, said.size(), Case.AT, event);
    byte[] bytes =
        Json.object().put("detail", detail).build().text().getBytes(StandardCharsets.UTF_8);
    mails(mailer)
        .fallback()
        .tell(
            JsonText.object(new String(bytes, StandardCharsets.UTF_8)),
            new TreeMap<>(Map.of(new ChannelId("ops"), "Slack says is_archived: choose another")));
  }

  String batch(Json.Obj body) {
    Json.Obj message =
        Json.object()
            .put("messageId", "1")
            .put("receiptHandle", "r")
            .put("eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:countersign-notify")
            .put("attributes", Json.object().put("ApproximateReceiveCount", tries + "").build())
            .put("body", body.text())
            .build();
    return Json.object().put("Records", Json.array(List.of(message), it -> it)).build().text();
  }

  List<Json> wake(String batch, Mailer by) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8));
    new NotifyHandler(mails(by), new BackOff(waits::add, () -> 0L))
        .handleRequest(in, answer, context(left));
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    return json.get("batchItemFailures") instanceof Json.Arr(List<Json> items) ? items : List.of();
  }

  static String stored(String name) {
    try {
      return Files.readString(Path.of("../../events/notify-" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> addresses() {
    return mailer.sent().stream().map(Mail::to).toList();
  }

  private List<String> said(long after, int limit) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      texts.add(EventJson.record(Case.REQUEST, i + 1, Case.AT, said.get(i)).text());
    }
    return texts.stream().skip(after).limit(limit).toList();
  }

  private Mails mails(Mailer by) {
    Links links = new Links("https://countersign.example.com/");
    return Wiring.mails(
        lives.of(Store.class, new OneRequest(this)),
        (_, after, limit) -> said(after, limit),
        lives.of(Deliveries.class, deliveries),
        lives.of(Rounds.class, rounds),
        lives.of(Mailer.class, by),
        links,
        new Inviting(lives.of(Ballots.class, ballots), links, () -> random, () -> now),
        () -> now);
  }
}
