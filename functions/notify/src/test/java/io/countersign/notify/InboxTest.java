package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.Posting;
import io.countersign.channel.Postings;
import io.countersign.channel.Trial;
import io.countersign.delivery.FakeDeliveries;
import io.countersign.delivery.FakeMailer;
import io.countersign.delivery.Mailer;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.sample.Rulebook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails and chats are told by one function, and neither keeps the other from it. */
class InboxTest {
  private final Rooms rooms = new Rooms();
  private final FakeMailer mailer = new FakeMailer();
  private final FakeDeliveries deliveries = new FakeDeliveries();

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
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"is_archived\"}");
    assertThat(wake("notify-submitted")).isEmpty();
    assertThat(mailer.sent()).hasSize(3);
    assertThat(rooms.records()).extracting(Posting::status).containsOnly(Posting.Status.FAILED);
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

  /** Feeds a recorded event to the real handler; what is to come again. */
  private List<Json> wake(String event) throws IOException {
    return wake(stored(event), mailer);
  }

  private static String stored(String event) throws IOException {
    return Files.readString(Path.of("../../events/" + event + ".json"));
  }

  private List<Json> wake(String batch, Mailer by) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new NotifyHandler(rooms.inbox(deliveries, by), new BackOff((_, _, _) -> {}, () -> 0L))
        .handleRequest(
            new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)),
            answer,
            Deployment.context(Deployment.WHOLE));
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    return json.get("batchItemFailures") instanceof Json.Arr(List<Json> items) ? items : List.of();
  }
}
