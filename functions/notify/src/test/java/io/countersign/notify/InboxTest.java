package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.Posting;
import io.countersign.channel.Postings;
import io.countersign.channel.Trial;
import io.countersign.delivery.FakeDeliveries;
import io.countersign.delivery.FakeMailer;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.request.Event;
import io.countersign.sample.Rulebook;
import io.countersign.wire.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails and chats are told by one function, and neither keeps the other from it. */
class InboxTest {
  private final Rooms rooms = new Rooms();
  private final FakeMailer mailer = new FakeMailer();
  private final FakeDeliveries deliveries = new FakeDeliveries();
  private final List<Duration> waits = new ArrayList<>();

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void oneEventIsMailedAndPosted() throws IOException {
    assertThat(wake("notify-submitted")).isEmpty();
    assertThat(mailer.sent()).hasSize(3);
    assertThat(rooms.server.slack()).hasSize(1);
  }

  @Test
  void mailThatIsAwayKeepsNoChannelFromBeingTold() throws IOException {
    mailer.awayAfter(0);
    assertThat(wake("notify-submitted")).hasSize(1);
    assertThat(rooms.server.slack()).hasSize(1);
    mailer.back();
    assertThat(wake("notify-submitted")).isEmpty();
    assertThat(mailer.sent()).hasSize(3);
    assertThat(rooms.server.slack()).hasSize(1);
  }

  @Test
  void aChatThatIsAwayKeepsNobodyFromTheirMail() throws IOException {
    rooms.server.next(503, null, "");
    assertThat(wake("notify-submitted")).hasSize(1);
    assertThat(mailer.sent()).hasSize(3);
  }

  @Test
  void noMailOfABatchWaitsForAChat() throws IOException {
    List<Integer> posted = new ArrayList<>();
    Mailer watching =
        mail -> {
          posted.add(rooms.server.calls().size());
          return mailer.send(mail);
        };
    assertThat(wake(twice(), watching)).isEmpty();
    assertThat(posted).hasSize(6).containsOnly(0);
    assertThat(rooms.server.calls()).hasSize(2);
  }

  @Test
  void aChannelThatDoesNotAnswerIsNotWaitedForAgainInTheSameCall() throws IOException {
    rooms.server.late();
    assertThat(wake(twice(), mailer)).hasSize(2);
    assertThat(mailer.sent()).hasSize(6);
    assertThat(rooms.server.calls()).hasSize(1);
    rooms.now = rooms.now.plus(Postings.IN_HAND);
    assertThat(wake(twice(), mailer)).isEmpty();
    assertThat(rooms.records()).extracting(Posting::status).containsOnly(Posting.Status.SENT);
  }

  /** The stored submission, and another event of it, in one batch. */
  private static String twice() throws IOException {
    String batch = stored("notify-submitted");
    String record = batch.substring(batch.indexOf('[') + 1, batch.lastIndexOf(']'));
    String other =
        record
            .replace("\"messageId\": \"0", "\"messageId\": \"1")
            .replace("\\\"sequence\\\":1", "\\\"sequence\\\":2");
    return batch.replace(record, record + "," + other);
  }

  @Test
  void peopleGetTheirMailWhereTheChannelIsBroken() throws IOException {
    archived();
    assertThat(wake("notify-submitted")).isEmpty();
    assertThat(mailer.sent())
        .extracting(Mail::to)
        .containsExactly(
            "bob@example.com", "cem@example.com", "eve@example.com", "ada@example.com");
    assertThat(rooms.records()).extracting(Posting::status).containsOnly(Posting.Status.FAILED);
  }

  private void archived() {
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"is_archived\"}");
  }

  @Test
  void adminsAreMailedWhenAChannelBreaksAndNotEachTime() throws IOException {
    archived();
    archived();
    assertThat(wake(twice(), mailer)).isEmpty();
    assertThat(broken()).hasSize(1);
    assertThat(broken().getFirst().to()).isEqualTo("ada@example.com");
    assertThat(broken().getFirst().text())
        .contains("Broken: slack", "the channel is archived: choose another")
        .contains("https://countersign.example.com/settings/channels/payments");
    assertThat(wake(event(3, new Event.Rejected(Case.DIGEST)), mailer)).isEmpty();
    assertThat(rooms.health(Rooms.SLACK).broken()).as("it works again").isNull();
    archived();
    assertThat(wake(event(4, new Event.Rejected(Case.DIGEST)), mailer)).isEmpty();
    assertThat(broken()).hasSize(2);
  }

  private List<Mail> broken() {
    return mailer.sent().stream()
        .filter(each -> "Channel-Broken".equals(each.tags().get("event")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("chatOnly")
  void whatIsToldInChatsOnlyIsMailedWhereTheChannelIsBroken(Event event, String words)
      throws IOException {
    assertThat(wake(event(5, event), mailer)).isEmpty();
    assertThat(mailer.sent()).isEmpty();
    archived();
    assertThat(wake(event(6, event), mailer)).isEmpty();
    assertThat(mailer.sent())
        .filteredOn(each -> each.text().contains(words))
        .extracting(Mail::to)
        .containsExactly("bob@example.com", "cem@example.com", "eve@example.com");
  }

  static Stream<Arguments> chatOnly() {
    return Stream.of(
        Arguments.of(
            new Event.Withdrawn(Case.id("dana"), "Not needed."),
            "Dana Okafor withdrew the request"),
        Arguments.of(
            new Event.Acknowledged(Case.id("dana"), "Fine."), "Dana Okafor has looked at what"));
  }

  @Test
  void whatMailIsAwayForIsNotWrittenDownAsNotPosted() throws IOException {
    archived();
    archived();
    mailer.awayAfter(3);
    assertThat(wake("notify-submitted")).hasSize(1);
    assertThat(rooms.records()).extracting(Posting::status).containsOnly(Posting.Status.QUEUED);
    mailer.back();
    rooms.now = rooms.now.plus(Postings.IN_HAND);
    assertThat(wake("notify-submitted")).isEmpty();
    assertThat(broken()).hasSize(1);
  }

  @Test
  void afterTheLastTryAPostingHasFailedAndPeopleAreMailedInItsPlace() throws IOException {
    rooms.server.next(503, null, "");
    String withdrawn = event(5, new Event.Withdrawn(Case.id("dana"), "Not needed."));
    assertThat(wake(received(withdrawn, 12), mailer)).hasSize(1);
    assertThat(rooms.records()).extracting(Posting::status).containsOnly(Posting.Status.FAILED);
    assertThat(rooms.records().getFirst().reason())
        .isEqualTo("it was tried for too long: Slack answered 503");
    assertThat(mailer.sent()).hasSize(3);
  }

  @Test
  void afterTheLastTryATestMessageHasFailed() throws IOException {
    rooms.withTeams();
    rooms.conditions.put(
        Rulebook.PAYMENTS, Trial.asked(Rooms.TEAMS, 1, Case.id("ada"), Deployment.NOW));
    rooms.server.next(503, null, "");
    assertThat(wake("notify-channel-test", 12)).hasSize(1);
    assertThat(Objects.requireNonNull(rooms.condition(Rooms.TEAMS).trial()).status())
        .isEqualTo(Trial.Status.FAILED);
  }

  /** The stored batch with that event in the place of its own. */
  private static String event(long sequence, Event event) throws IOException {
    Json.Obj body =
        Json.object()
            .put("detail-type", EventJson.detailType(EventJson.word(event)))
            .put("source", "countersign")
            .put("detail", EventJson.record(Case.REQUEST, sequence, Case.AT, event))
            .build();
    return stored("notify-submitted")
        .replaceFirst(
            "\"body\": \".*\",\n", Matcher.quoteReplacement("\"body\": " + text(body) + ",\n"));
  }

  private static String text(Json.Obj body) {
    return new Json.Str(body.text()).text();
  }

  @Test
  void aTestMessageIsForNobodyElse() throws IOException {
    rooms.withTeams();
    Trial asked = Trial.asked(Rooms.TEAMS, 1, Case.id("ada"), Deployment.NOW);
    rooms.conditions.put(Rulebook.PAYMENTS, asked);
    assertThat(wake("notify-channel-test")).isEmpty();
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(mailer.sent()).isEmpty();
    assertThat(Objects.requireNonNull(rooms.condition(Rooms.TEAMS).trial()).status())
        .isEqualTo(Trial.Status.SENT);
  }

  @Test
  void whereBothFailItComesAgainAsSoonAsMailWantsIt() throws IOException {
    mailer.awayAfter(0);
    rooms.server.next(429, "900", "");
    assertThat(wake("notify-submitted")).hasSize(1);
    assertThat(waits).containsExactly(Duration.ofSeconds(20));
    mailer.back();
    rooms.now = rooms.now.plusSeconds(20);
    assertThat(wake("notify-submitted")).hasSize(1);
    assertThat(mailer.sent()).hasSize(3);
    assertThat(rooms.server.calls()).as("not before it may be").hasSize(1);
  }

  @Test
  void aChatThatAsksForASecondEachTimeIsTriedForAnHour() throws IOException {
    for (int received = 1; received <= 11; received++) {
      rooms.server.next(429, "1", "");
      rooms.now = rooms.now.plus(Duration.ofMinutes(20));
      assertThat(wake("notify-submitted", received)).hasSize(1);
    }
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void aTokenThatCannotBeReadIsTriedForAnHour() throws IOException {
    rooms.credentials.away();
    for (int received = 1; received <= 11; received++) {
      rooms.now = rooms.now.plus(Duration.ofMinutes(20));
      assertThat(wake("notify-submitted", received)).hasSize(1);
    }
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofHours(1));
  }

  /** Feeds a recorded event to the real handler; what is to come again. */
  private List<Json> wake(String event) throws IOException {
    return wake(event, 1);
  }

  /** The same as it comes for that many times. */
  private List<Json> wake(String event, int received) throws IOException {
    return wake(received(stored(event), received), mailer);
  }

  private static String received(String batch, int times) {
    return batch.replace("ReceiveCount\": \"1\"", "ReceiveCount\": \"" + times + "\"");
  }

  private static String stored(String event) throws IOException {
    return Files.readString(Path.of("../../events/" + event + ".json"));
  }

  private List<Json> wake(String batch, Mailer by) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    BackOff backOff = new BackOff((_, _, time) -> waits.add(time), () -> 0L);
    new NotifyHandler(rooms.inbox(deliveries, by), backOff)
        .handleRequest(
            new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)),
            answer,
            Deployment.context(Deployment.WHOLE));
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    return json.get("batchItemFailures") instanceof Json.Arr(List<Json> items) ? items : List.of();
  }
}
