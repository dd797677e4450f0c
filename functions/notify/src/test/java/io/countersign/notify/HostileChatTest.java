package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.notify.chat.ChatServer;
import io.countersign.request.Event;
import io.countersign.revision.Remains;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write stays text in chats. */
class HostileChatTest {
  private final Rooms rooms = new Rooms().withTeams();

  @AfterEach
  void close() {
    rooms.close();
  }

  @ParameterizedTest
  @MethodSource("io.countersign.notify.Hostile#texts")
  void hostileTextsAreHarmless(String text) {
    rooms.story = Case.hostile(text);
    rooms.rules = Case.hostile(rooms.rules, text);
    events(text).forEach(event -> rooms.tell(1 + rooms.records().size(), event));
    rooms.story = rooms.story.around();
    rooms.tell(90, new Event.Bypassed(Case.DIGEST, List.of()));
    rooms.server.slack().forEach(HostileChatTest::harmless);
    assertThat(rooms.server.teams()).isNotEmpty().allSatisfy(HostileChatTest::harmless);
  }

  private static Stream<Event> events(String text) {
    return Stream.of(
        Case.submitted(text),
        Case.revised(),
        new Event.Agreed(Case.DIGEST, null, false),
        new Event.Commented(Case.id("eve"), text),
        new Event.Conflicted(Case.DIGEST, Reason.of("conflict", text), true),
        new Event.Failed(
            Case.DIGEST, List.of(new Remains(Case.STRIPE, Remains.State.IN_DOUBT, null, text))),
        new Event.DeliveryFailed(1, text, List.of(new Event.Unreached(Case.id("eve"), text))),
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, text, Case.ids("cem"), true),
        new Event.Acknowledged(Case.id("bob"), text),
        new Event.Withdrawn(Case.id("dana"), text),
        new Event.Expired(),
        new Event.Rejected(Case.DIGEST));
  }

  /** The one thing in angle brackets is the link to the request's page. */
  private static void harmless(ChatServer.Message message) {
    String all = message.all();
    assertThat(Pattern.compile("<[^>]*>").matcher(all).results().map(each -> each.group()))
        .allSatisfy(each -> assertThat(each).startsWith("<" + Rooms.LINK + "|payments-7, "));
    assertThat(all.replace(Rooms.LINK, "")).doesNotContain("://").doesNotContain("evil.ex");
    assertThat(all).doesNotContain("www.evil").doesNotContain("\u202e").doesNotContain("\u2066");
    assertThat(all).doesNotContain(":tada:").doesNotContain(":+1:").doesNotContain(":-1:");
    assertThat(all).doesNotContain("*bold*").doesNotContain("_bold_").doesNotContain("`code`");
    assertThat(all).as("no quotation").doesNotContain("\"text\":\"&gt;").doesNotContain("\\n&gt;");
  }

  private static void harmless(String card) {
    String texts = card.replace(Rooms.LINK, "").replace("http://adaptivecards.io", "");
    assertThat(texts).doesNotContain("://").doesNotContain("evil.ex").doesNotContain("www.evil");
    assertThat(texts).doesNotContain("](").doesNotContain("{{").doesNotContain("${");
    assertThat(texts).doesNotContain("_bold_").doesNotContainPattern("&(#|[A-Za-z]+;)");
    assertThat(texts)
        .as("no list or quotation")
        .doesNotContainPattern("\"(text|value)\":\"([-+>]|[0-9]{1,9}[.])");
    assertThat(texts).doesNotContain("\u202e").doesNotContain("\u2066").doesNotContain("*bold*");
  }

  @Test
  void longTextsFit() {
    rooms.story = Case.hostile("<&>*".repeat(2000));
    events("<&>*".repeat(2000)).forEach(event -> rooms.tell(1 + rooms.records().size(), event));
    assertThat(rooms.records()).allSatisfy(each -> assertThat(each.reason()).isNull());
    assertThat(rooms.server.slack()).isNotEmpty();
  }
}
