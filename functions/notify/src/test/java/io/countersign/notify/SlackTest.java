package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.channel.Posting;
import io.countersign.channel.Posting.Status;
import io.countersign.channel.Postings;
import io.countersign.explain.Reason;
import io.countersign.notify.chat.ChatServer;
import io.countersign.notify.chat.ChatServer.Message;
import io.countersign.notify.chat.Chats;
import io.countersign.project.Channel;
import io.countersign.project.Credential;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in Slack. */
class SlackTest {
  private static final Event SUBMITTED = Case.submitted("Rotate");
  private static final Event MERGED = new Event.Merged(Case.DIGEST, List.of());

  private static final Event VOTED =
      new Event.Voted(Case.id("bob"), Case.DIGEST, Decision.APPROVE, "");
  private static final Event RETRACTED =
      new Event.Voted(Case.id("eve"), Case.DIGEST, Decision.RETRACT, "");

  private final Rooms rooms = new Rooms();

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void aRequestIsOneMessageWithTheWayToItsPage() {
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack()).hasSize(1);
    Message message = rooms.server.slack().getFirst();
    assertThat(message.text("text")).startsWith("payments-7: Waiting for approval. Rotate Stripe");
    assertThat(message.all())
        .contains("<" + Rooms.LINK + "|payments-7, revision 1>")
        .contains("\"unfurl_links\":false", "\"unfurl_media\":false", "\"parse\":\"none\"")
        .contains("Dana Okafor", "prod/payments/stripe: 1 changed, 1 added, 1 removed, 1 renamed")
        .doesNotContain("button")
        .doesNotContain("abab");
    assertThat(rooms.records())
        .extracting(Posting::event, each -> each.channel().value(), Posting::status)
        .containsExactly(tuple("Submitted", "slack", Status.SENT));
    assertThat(rooms.records().getFirst().messageId()).isEqualTo(message.ts());
    assertThat(rooms.health(Rooms.SLACK).broken()).isNull();
  }

  @Test
  void itIsEditedAsTheRequestMovesOnAndDetailsAreItsAnswers() {
    rooms.tell(1, SUBMITTED);
    rooms.story = after(rooms.story, MERGED);
    rooms.tell(4, MERGED);
    assertThat(rooms.server.calls())
        .containsExactly("chat.postMessage", "chat.update", "chat.postMessage");
    Message root = rooms.server.slack().getFirst();
    assertThat(root.text("text")).startsWith("payments-7: Merged.");
    Message answer = rooms.server.slack().getLast();
    assertThat(answer.thread()).isEqualTo(root.ts());
    assertThat(answer.text("text")).startsWith("Merged, Mon 2 Mar 2026");
  }

  @Test
  void anOlderStateNeverOverwritesANewerOne() {
    rooms.tell(1, SUBMITTED);
    Case before = rooms.story;
    rooms.story = after(before, MERGED);
    rooms.tell(4, MERGED);
    rooms.story = before;
    rooms.tell(3, new Event.Agreed(Case.DIGEST, null, false));
    assertThat(rooms.server.slack().getFirst().text("text")).startsWith("payments-7: Merged.");
  }

  @Test
  void whereItStandsIsWhereItStandsNowWhateverTheEventSaid() {
    Case before = rooms.story;
    rooms.tell(1, SUBMITTED);
    rooms.story = before.agreed();
    rooms.tell(5, VOTED);
    assertThat(root()).startsWith("payments-7: Approved, waiting to be merged.");
    rooms.tell(2, new Event.Commented(Case.id("eve"), "Late."));
    rooms.tell(3, Case.revised());
    assertThat(root()).startsWith("payments-7: Approved, waiting to be merged.");
    rooms.story = after(rooms.story, RETRACTED);
    rooms.tell(7, RETRACTED);
    assertThat(root()).startsWith("payments-7: Waiting for approval.");
    rooms.tell(6, new Event.Agreed(Case.DIGEST, null, false));
    assertThat(root()).startsWith("payments-7: Waiting for approval.");
    rooms.story =
        after(rooms.story, new Event.Conflicted(Case.DIGEST, Reason.of("conflict", "x"), true));
    rooms.tell(8, new Event.Commented(Case.id("eve"), "Oh."));
    rooms.tell(9, VOTED);
    assertThat(root()).startsWith("payments-7: The merge applied nothing.");
  }

  @Test
  void aVoteIsSeenInTheMessageAndSaysNothingBesides() {
    rooms.tell(1, SUBMITTED);
    rooms.story = after(rooms.story, RETRACTED);
    rooms.tell(4, RETRACTED);
    assertThat(rooms.server.calls()).containsExactly("chat.postMessage", "chat.update");
    assertThat(rooms.server.slack().getFirst().all()).contains("Eve Li took the vote back.");
    assertThat(rooms.records())
        .extracting(Posting::event, Posting::status)
        .containsExactly(tuple("Submitted", Status.SENT), tuple("Voted", Status.SENT));
  }

  private String root() {
    return rooms.server.slack().getFirst().text("text");
  }

  @Test
  void aCommentIsAnAnswerAndNothingElse() {
    rooms.tell(1, SUBMITTED);
    rooms.tell(4, new Event.Commented(Case.id("eve"), "Which one?"));
    assertThat(rooms.server.calls()).containsExactly("chat.postMessage", "chat.postMessage");
    assertThat(rooms.server.slack().getLast().text("text")).isEqualTo("Eve Li: Which one?");
  }

  @Test
  void namesAreCleanedOnceOnly() {
    rooms.tell(1, SUBMITTED);
    rooms.tell(4, new Event.Commented(Case.id("eve"), "See db.host"));
    assertThat(rooms.server.slack().getLast().text("text")).isEqualTo("Eve Li: See db.\u2060host");
  }

  @Test
  void aMessageThatSomebodyDeletedIsPostedAnew() {
    rooms.tell(1, SUBMITTED);
    rooms.server.forget();
    rooms.story = after(rooms.story, MERGED);
    rooms.tell(4, MERGED);
    assertThat(rooms.server.slack()).hasSize(1);
    assertThat(rooms.server.slack().getFirst().text("text")).startsWith("payments-7: Merged.");
  }

  @Test
  void ofMergesThatGoAroundTheirApproversAllChannelsAreTold() {
    rooms.add(Rooms.OTHER, new Channel.Place.Slack(ChatServer.CONVERSATION), ChatServer.TOKEN);
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack()).hasSize(1);
    Event bypassing =
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, "Key leaked.", Case.ids("cem"), true);
    rooms.story = rooms.story.around();
    rooms.tell(4, bypassing);
    assertThat(rooms.records())
        .extracting(Posting::sequence, each -> each.channel().value())
        .containsExactly(tuple(1L, "slack"), tuple(4L, "other"), tuple(4L, "slack"));
    assertThat(rooms.server.slack())
        .extracting(each -> each.text("text"))
        .anyMatch(
            text ->
                text.contains("Dana Okafor merges it without its approvers: Key leaked.")
                    && text.contains("Rejected by Cem Aydın."))
        .anyMatch(text -> text.startsWith("payments-7: Being merged without its approvers."));
  }

  @ParameterizedTest
  @MethodSource("untold")
  void ofOtherEventsNoChannelIsTold(Event event) {
    rooms.tell(4, event);
    assertThat(rooms.server.calls()).isEmpty();
    assertThat(rooms.records()).isEmpty();
  }

  static Stream<Event> untold() {
    return Stream.of(VOTED, Event.MergeStarted.agreed(Case.id("dana"), Case.DIGEST, false));
  }

  @Test
  void aDuplicateSendsNothingTwice() {
    rooms.tell(1, SUBMITTED);
    rooms.now = rooms.now.plus(Duration.ofHours(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.calls()).hasSize(1);
  }

  @Test
  void whatWasPostedIsNotPostedAgainWhereItCannotBeNotedThatTheChannelWorks() {
    rooms.conditions.keepFromHealth();
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records()).extracting(Posting::status).containsExactly(Status.SENT);
    rooms.now = rooms.now.plus(Duration.ofHours(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack()).hasSize(1);
  }

  @Test
  void anAnswerThatNeverCameIsToldAndTheSecondTryCarriesTheSameKey() {
    rooms.server.late();
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    assertThat(rooms.records().getFirst().reason())
        .isEqualTo("Slack: no answer: SocketTimeoutException");
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack())
        .hasSize(2)
        .extracting(each -> each.text("client_msg_id"))
        .doesNotContain("")
        .containsOnly(rooms.server.slack().getFirst().text("client_msg_id"));
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.SENT);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @Test
  void aCrashBetweenSendingAndWritingItDownIsTold() {
    Channel channel = rooms.channels.getFirst();
    rooms.postings.claim(Posting.queued(Case.REQUEST, 1, "Submitted", channel, rooms.now));
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    rooms.now = rooms.now.plus(Postings.IN_HAND);
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @Test
  void whoIsAskedToWaitWaitsAsLong() {
    rooms.server.next(429, "120", "{\"ok\":false,\"error\":\"ratelimited\"}");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    assertThat(rooms.records().getFirst().reason()).isEqualTo("Slack asks to wait");
    rooms.now = rooms.now.plusSeconds(119);
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    assertThat(rooms.server.calls()).hasSize(1);
    rooms.now = rooms.now.plusSeconds(1);
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().reason()).isNull();
    assertThat(rooms.server.slack()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"-", "0", "Fri, 27 Nov 2026 07:28:00 GMT"},
      delimiter = '|',
      nullValues = "-")
  void whoIsAskedToWaitAndNotToldHowLongWaitsAMinute(@Nullable String after) {
    rooms.server.next(429, after, "");
    assertThat(unfinished().after()).isEqualTo(Duration.ofMinutes(1));
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.SENT);
    assertThat(rooms.records().getFirst().reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimited", "rate_limited", "team_added_to_org"})
  void whatSlackRefusesForNowIsSurelyNotThere(String error) {
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"" + error + "\"}");
    assertThat(unfinished().after()).isEqualTo(Duration.ofMinutes(1));
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack()).hasSize(1);
    assertThat(rooms.records().getFirst().reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200, internal_error",
    "200, fatal_error",
    "200, service_unavailable",
    "200, request_timeout",
    "408, slow",
    "500, away",
    "503, away",
    "502, away",
  })
  void whatPassesIsTriedAgain(int status, String error) {
    rooms.server.next(status, null, "{\"ok\":false,\"error\":\"" + error + "\"}");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.SENT);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Sign in to the network</html>", "", "[]", "\"ok\"", "{\"ok\":"})
  void anAnswerThatIsNotSlacksIsTriedAgain(String body) {
    rooms.server.next(200, null, body);
    assertThat(unfinished()).hasMessage("Slack answered something strange");
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.QUEUED);
  }

  @Test
  void anAnswerLongerThanIsReadIsTriedAgainAndSaysSo() {
    rooms.server.overlong();
    twice("Slack answered something strange");
  }

  @Test
  void aLineThatIsCutBeforeTheAnswerIsTriedAgainAndSaysSo() {
    rooms.server.hangUp();
    twice("Slack: no answer: NoHttpResponseException");
  }

  private void twice(String why) {
    assertThat(unfinished()).hasMessage(why);
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.server.slack()).hasSize(2);
    assertThat(rooms.records().getFirst().reason()).contains("may be there twice");
  }

  @Test
  void whereNobodyListensItIsTriedAgain() {
    rooms.server.close();
    assertThat(unfinished()).hasMessageStartingWith("Slack: no answer: ");
    assertThat(rooms.records().getFirst().status()).isEqualTo(Status.QUEUED);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 403, 404})
  void anotherStatusBreaksTheChannelAndNobodyIsAskedElsewhere(int status) {
    rooms.server.next(status, null, "<html>xoxb-1</html>");
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().reason()).isEqualTo("Slack answered " + status);
    assertThat(rooms.health(Rooms.SLACK).broken()).isEqualTo("Slack answered " + status);
    assertThat(rooms.server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_not_found", "cant_update_message", "edit_window_closed"})
  void aMessageThatCannotBeEditedIsPostedAnew(String error) {
    rooms.tell(1, SUBMITTED);
    rooms.story = after(rooms.story, MERGED);
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"" + error + "\"}");
    rooms.tell(4, MERGED);
    assertThat(rooms.server.calls())
        .containsExactly("chat.postMessage", "chat.update", "chat.postMessage");
    assertThat(rooms.server.slack().getLast().text("text")).startsWith("payments-7: Merged.");
    assertThat(rooms.server.slack().getLast().thread()).isEmpty();
  }

  @Test
  void aTokenThatCannotBeReadNowIsWaitedFor() {
    rooms.credentials.away();
    assertThat(unfinished().after()).isEqualTo(Duration.ofMinutes(1));
    assertThat(rooms.records().getFirst().reason())
        .isEqualTo("Secrets Manager GetSecretValue: away");
    rooms.credentials.back();
    rooms.now = rooms.now.plus(Duration.ofMinutes(1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().reason()).isNull();
  }

  private Chats.Unfinished unfinished() {
    return catchThrowableOfType(Chats.Unfinished.class, () -> rooms.tell(1, SUBMITTED));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, invite the app",
    "not_in_channel, invite it",
    "is_archived, choose another",
    "token_revoked, save a new one",
    "token_expired, save a new one",
    "invalid_auth, save a new one",
    "account_inactive, install it",
    "missing_scope, chat:write",
    "invalid_blocks, refused it",
    "msg_too_long, refused it",
    "never_heard_of, refused it",
  })
  void whatSomebodyHasToMendBreaksTheChannel(String error, String words) {
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"" + error + "\"}");
    rooms.tell(1, SUBMITTED);
    Posting record = rooms.records().getFirst();
    assertThat(record.status()).isEqualTo(Status.FAILED);
    assertThat(record.reason()).contains(error, words);
    assertThat(rooms.health(Rooms.SLACK).broken()).isEqualTo(record.reason());
    assertThat(rooms.mended).containsExactly(new TreeMap<>(Map.of(Rooms.SLACK, record.reason())));
    rooms.tell(4, new Event.Agreed(Case.DIGEST, null, false));
    assertThat(rooms.health(Rooms.SLACK).broken()).as("it works again").isNull();
  }

  @Test
  void aRefusalIsNotQuotedAsItComes() {
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"<script> xoxb-1\"}");
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().getFirst().reason()).isEqualTo("Slack refused it: no reason");
  }

  @Test
  void aTokenThatIsGoneBreaksTheChannel() {
    rooms.channels.set(
        0,
        new Channel(
            Rooms.SLACK,
            new Channel.Place.Slack(ChatServer.CONVERSATION),
            new Credential("elsewhere", "cret"),
            1));
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.health(Rooms.SLACK).broken()).contains("save it again");
    assertThat(rooms.server.calls()).isEmpty();
  }

  @Test
  void oneBrokenChannelKeepsNoOtherFromBeingTold() {
    rooms.withTeams();
    rooms.server.next(429, "10", "");
    assertThatThrownBy(() -> rooms.tell(1, SUBMITTED)).isInstanceOf(Chats.Unfinished.class);
    assertThat(rooms.server.teams()).hasSize(1);
    assertThat(rooms.records())
        .extracting(each -> each.channel().value(), Posting::status)
        .containsExactly(tuple("slack", Status.QUEUED), tuple("teams", Status.SENT));
  }

  @Test
  void theTokenIsInNoRecord() {
    rooms.server.next(200, null, "{\"ok\":false,\"error\":\"invalid_auth\"}");
    rooms.tell(1, SUBMITTED);
    assertThat(rooms.records().toString() + rooms.health(Rooms.SLACK)).doesNotContain("secret");
  }

  private static Case after(Case story, Event event) {
    return new Case(
        Requests.evolve(Case.REQUEST, story.state(), List.of(event), Case.AT),
        story.revision(),
        story.directory());
  }
}
