package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.Posting;
import io.countersign.channel.Posting.Status;
import io.countersign.channel.Trial;
import io.countersign.notify.chat.Chats;
import io.countersign.request.Event;
import io.countersign.revision.Base;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.sample.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in Microsoft Teams. */
class TeamsTest {
  private static final Event SUBMITTED = Case.submitted("Rotate");

  private final Rooms rooms = new Rooms().withTeams();

  @BeforeEach
  void alone() {
    rooms.channels.removeFirst();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void aNewRequestIsACardWithTheWayToItsPage() {
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.server.teams().getFirst())
        .contains("\"type\":\"Action.OpenUrl\"", "\"url\":\"" + Rooms.LINK + "\"")
        .contains("payments-7: Waiting for approval", "Dana Okafor", "\"speak\":\"payments-7")
        .contains("prod/payments/stripe: 1 changed")
        .doesNotContain("Action.Submit")
        .doesNotContain("abab");
    assertThat(rooms.records()).extracting(Posting::status).containsExactly(Status.SENT);
  }

  @Test
  void whatIsDecidedOrGoneAroundIsACardAndNothingElse() {
    rooms.tell(1, SUBMITTED);
    rooms.tell(2, new Event.Agreed(Case.DIGEST, null, false));
    rooms.tell(3, new Event.Commented(Case.id("eve"), "Which one?"));
    assertThat(rooms.server.teams()).hasSize(1);
    rooms.tell(4, new Event.Rejected(Case.DIGEST));
    rooms.story = rooms.story.around();
    rooms.tell(5, new Event.Bypassed(Case.DIGEST, List.of()));
    assertThat(rooms.server.teams()).hasSize(3);
    assertThat(rooms.server.teams().get(1)).contains("Rejected by Cem Aydın.");
    assertThat(rooms.server.teams().get(2)).contains("Merged without its approvers");
    assertThat(rooms.records()).hasSize(3);
  }

  @Test
  void aRequestOfAnySizeFits() {
    List<Operation> many =
        IntStream.range(0, 200)
            .<Operation>mapToObj(
                n ->
                    new Operation.Set(
                        Case.document("/" + "a".repeat(100) + "/" + "b".repeat(100) + n % 20),
                        "K" + n,
                        new Base.Absent(),
                        new Mac("ab")))
            .toList();
    rooms.story =
        Case.of("*".repeat(200), "", "_".repeat(100), many, Case.people(UnaryOperator.identity()));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.server.teams().getFirst().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(16_000);
    assertThat(rooms.server.teams().getFirst()).contains(Rooms.LINK);
  }

  @Test
  void aRequestUnderAnyNumberOfPoliciesFits() {
    rooms.story = rooms.story.under(400, "_".repeat(100));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.server.teams().getFirst())
        .contains(Rooms.LINK)
        .containsPattern("\"title\":\"Policies\",\"value\":\"[0-9]+ more\"");
  }

  @Test
  void whoIsAskedToWaitWaitsAsLong() {
    rooms.server.next(429, "60", "");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    rooms.now = rooms.now.plusSeconds(60);
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.records().getFirst().reason()).isNull();
  }

  @Test
  void anAnswerThatNeverCameIsTold() {
    rooms.server.late();
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).as("Teams has no key").hasSize(2);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @Test
  void whoIsAskedToWaitAndNotToldHowLongWaitsAMinute() {
    rooms.server.next(429, null, "");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED))
        .isInstanceOfSatisfying(
            Chats.Unfinished.class,
            each -> assertThat(each.after()).isEqualTo(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void whatPassesIsTriedAgain(int status) {
    rooms.server.next(status, null, "<html>Bad gateway</html>");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED))
        .isInstanceOf(Chats.Unfinished.class)
        .hasMessage("Teams answered " + status);
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.SENT);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202})
  void whatIsAcceptedIsSentWhateverItsAnswerSays(int status) {
    rooms.server.next(status, null, "<html>1</html>");
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.SENT);
  }

  @Test
  void anAnswerLongerThanIsReadIsAnAnswer() {
    rooms.server.overlong();
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.records().getFirst().reason()).isNull();
  }

  @Test
  void aLineThatIsCutBeforeTheAnswerIsTriedAgainAndSaysSo() {
    rooms.server.hangUp();
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.teams()).hasSize(2);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @Test
  void whereNobodyListensItIsTriedAgain() {
    rooms.server.close();
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED))
        .isInstanceOf(Chats.Unfinished.class)
        .hasMessageStartingWith("Teams: no answer: ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 401, 403, 404, 410, 413})
  void aWorkflowThatIsGoneBreaksTheChannel(int status) {
    rooms.server.next(status, null, "<html>sig=secret</html>");
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.health(Rooms.TEAMS).broken())
        .isEqualTo(
            "Teams answered " + status + ": see to the workflow, or save the webhook of another");
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aTestMessageIsSentOnce() {
    Trial asked = Trial.asked(Rooms.TEAMS, 1, Case.id("ada"), rooms.now);
    rooms.conditions.put(Rulebook.PAYMENTS, asked);
    rooms.test(Rooms.TEAMS, rooms.now);
    rooms.test(Rooms.TEAMS, rooms.now);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.server.teams().getFirst())
        .contains("Test of channel teams of project payments, asked for by Ada Byron");
    assertThat(trial()).isEqualTo(asked.sent());
  }

  @Test
  void aTestMessageThatFailsSaysWhy() {
    rooms.conditions.put(Rulebook.PAYMENTS, Trial.asked(Rooms.TEAMS, 1, Case.id("ada"), rooms.now));
    rooms.server.next(503, null, "");
    assertThatThrownBy(() -> rooms.test(Rooms.TEAMS, rooms.now))
        .isInstanceOf(Chats.Unfinished.class);
    assertThat(trial().reason()).isEqualTo("Teams answered 503");
    rooms.server.next(404, null, "");
    rooms.test(Rooms.TEAMS, rooms.now);
    assertThat(trial().status()).isEqualTo(Trial.Status.FAILED);
    assertThat(trial().reason()).startsWith("Teams answered 404");
  }

  private Trial trial() {
    return Objects.requireNonNull(rooms.condition(Rooms.TEAMS).trial());
  }
}
