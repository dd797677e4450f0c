package io.countersign.notify.chat;

import io.countersign.json.Json;
import io.countersign.notify.letter.Facts;
import io.countersign.notify.letter.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adaptive Cards 1.4, which is what Teams surely shows, in the envelope that workflows take. */
final class TeamsCards {
  /** Of the body; Teams refuses 28 KB, counted after wrapping it again. */
  static final int MOST_BYTES = 16_000;

  private TeamsCards() {}

  /** A card with all facts, but for those that do not fit: they are counted. */
  static String asking(Bulletin news) {
    int most = Math.max(news.facts().documents().size(), news.asking().needs().size());
    int room = MOST_BYTES;
    String card = card(news, facts(news, most, room));
    while (room > 0 && bytes(card) > MOST_BYTES) {
      most /= 2;
      room /= 2;
      card = card(news, facts(news, most, room));
    }
    return card;
  }

  /** What has become of it; the card before cannot be edited. */
  static String telling(Bulletin news) {
    return card(news, null);
  }

  /** A card with one line. */
  static String test(String words) {
    return envelope(List.of(block(words, "default")), null, words);
  }

  private static int bytes(String card) {
    return card.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String card(Bulletin news, @Nullable List<Json> facts) {
    List<Json> body = new ArrayList<>();
    body.add(block(news.request() + ": " + news.status(), "bolder"));
    body.add(block(TeamsText.escaped(news.facts().title()), "default"));
    if (facts != null) {
      body.add(
          Json.object().put("type", "FactSet").put("facts", Json.array(facts, f -> f)).build());
    }
    body.add(block(TeamsText.escaped(news.news()), "default"));
    Json open =
        Json.object()
            .put("type", "Action.OpenUrl")
            .put("title", "Open " + news.request())
            .put("url", news.facts().link())
            .build();
    return envelope(body, open, news.request() + ": " + news.status());
  }

  /**
   * What there is to know.
   *
   * @param most so many documents and policies
   * @param room in bytes for the lines of what is asked for
   */
  private static List<Json> facts(Bulletin news, int most, int room) {
    Facts facts = news.facts();
    List<Json> all = new ArrayList<>();
    all.add(fact("Author", facts.author()));
    all.addAll(facts("Needs", "Policies", news.asking().needs(), most));
    all.addAll(
        facts(
            "Secret",
            "Secrets",
            facts.documents().stream().map(each -> each.name() + ": " + each.summary()).toList(),
            most));
    Excerpt asked = Excerpt.of(facts.access(), room, each -> bytes(fact(each).text()));
    asked.lines().forEach(each -> all.add(fact(each)));
    if (asked.more() > 0) {
      all.add(fact("Besides", asked.more() + " more"));
    }
    if (!news.asking().ends().isEmpty()) {
      all.add(fact("Ends", news.asking().ends()));
    }
    return all;
  }

  /** A fact each for the first of the lines; the others are counted. */
  private static List<Json> facts(String title, String counted, List<String> lines, int most) {
    List<Json> all = new ArrayList<>();
    lines.stream().limit(most).forEach(line -> all.add(fact(title, line)));
    if (lines.size() > most) {
      all.add(fact(counted, "%d%s".formatted(lines.size() - most, most == 0 ? "" : " more")));
    }
    return all;
  }

  private static Json fact(Line line) {
    return fact(line.label(), line.text());
  }

  private static Json fact(String title, String text) {
    return Json.object().put("title", title).put("value", TeamsText.escaped(text)).build();
  }

  private static Json block(String text, String weight) {
    return Json.object()
        .put("type", "TextBlock")
        .put("text", text)
        .put("weight", weight)
        .put("wrap", true)
        .build();
  }

  private static String envelope(List<Json> body, @Nullable Json action, String spoken) {
    Json.Builder card =
        Json.object()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4")
            .put("fallbackText", spoken)
            .put("speak", spoken)
            .put("body", Json.array(body, each -> each));
    if (action != null) {
      card.put("actions", Json.array(List.of(action), each -> each));
    }
    Json attachment =
        Json.object()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .put("contentUrl", new Json.Null())
            .put("content", card.build())
            .build();
    return Json.object()
        .put("type", "message")
        .put("attachments", Json.array(List.of(attachment), each -> each))
        .build()
        .text();
  }
}
