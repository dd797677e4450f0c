package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.notify.chat.ChatServer;
import io.countersign.request.Event;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write stays text in chats. */
class HostileChatTest {
  private final Rooms rooms = new Rooms().withTeams();

  @AfterEach
  void close() {
    rooms.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> <!here> <!everyone>",
        "<@U024BE7LH> <#C024BE91L> <!subteam^S1>",
        "<https://evil.example|Open payments-7>",
        "https://evil.example/approve www.evil.example mailto:eve@evil.example",
        "*bold* _italic_ ~strike~ `code` ```block```",
        "&lt;!channel&gt; &amp;",
        "> quote\n- list\n# head\n1. one",
        "[Open payments-7](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "\\[Open](https://evil.example)",
        "<at>Everybody</at> <script>alert(1)</script>",
        "{{DATE(2026-01-01T00:00:00Z)}} ${title} @{triggerBody()}",
        "\u202egnp.exe\u202c\u2066x\u2069",
        ":rotating_light: :tada:",
        "\ud800broken"
      })
  void hostileTextsAreHarmless(String text) {
    rooms.story = Case.hostile(text);
    events().forEach(event -> rooms.tell(1 + rooms.records().size(), event));
    rooms.story = rooms.story.around();
    rooms.tell(90, new Event.Bypassed(Case.DIGEST, List.of()));
    rooms.server.slack().forEach(HostileChatTest::harmless);
    assertThat(rooms.server.teams()).isNotEmpty().allSatisfy(HostileChatTest::harmless);
  }

  private static Stream<Event> events() {
    return Stream.of(
        Case.submitted("x"),
        Case.revised(),
        new Event.Commented(Case.id("eve"), "<!channel> <https://evil.example|Open>"),
        new Event.Withdrawn(Case.id("dana"), "<!channel> [x](https://evil.example)"),
        new Event.Rejected(Case.DIGEST));
  }

  /** The one thing in angle brackets is the link to the request's page. */
  private static void harmless(ChatServer.Message message) {
    String all = message.all();
    assertThat(Pattern.compile("<[^>]*>").matcher(all).results().map(each -> each.group()))
        .allSatisfy(each -> assertThat(each).startsWith("<" + Rooms.LINK + "|payments-7, "));
    assertThat(all.replace(Rooms.LINK, "")).doesNotContain("://").doesNotContain("evil.ex");
    assertThat(all).doesNotContain("www.evil").doesNotContain("\u202e").doesNotContain("\u2066");
    assertThat(all).doesNotContain(":tada:").doesNotContain("*bold*").doesNotContain("`code`");
  }

  private static void harmless(String card) {
    String texts = card.replace(Rooms.LINK, "").replace("http://adaptivecards.io", "");
    assertThat(texts).doesNotContain("://").doesNotContain("evil.ex").doesNotContain("www.evil");
    assertThat(texts).doesNotContain("](").doesNotContain("{{").doesNotContain("${");
    assertThat(texts).doesNotContain("\u202e").doesNotContain("\u2066").doesNotContain("*bold*");
  }

  @Test
  void longTextsFit() {
    rooms.story = Case.hostile("<&>*".repeat(2000));
    events().forEach(event -> rooms.tell(1 + rooms.records().size(), event));
    assertThat(rooms.records()).allSatisfy(each -> assertThat(each.reason()).isNull());
    assertThat(rooms.server.slack()).isNotEmpty();
  }
}
