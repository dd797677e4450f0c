package io.countersign.notify.chat;

import io.countersign.json.Json;
import io.countersign.notify.letter.Facts;
import io.countersign.notify.letter.Line;
import io.countersign.notify.letter.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The message of a request: where it stands, what it is about and the way to its page. */
final class SlackBlocks {
  /** Of a field; Slack takes 2,000. */
  private static final int LONGEST_FIELD = 1900;

  /** Of a text; Slack takes 3,000. */
  private static final int LONGEST_TEXT = 2900;

  private static final String NEXT =
      "Open the request to see the change and to vote: nothing can be approved here.";

  private SlackBlocks() {}

  /** What notifications and screen readers say. */
  static String text(Bulletin news) {
    return SlackText.escaped(
        "%s: %s. %s".formatted(news.request(), news.status(), news.facts().title()));
  }

  static Json blocks(Bulletin news) {
    Facts facts = news.facts();
    List<Json> blocks = new ArrayList<>();
    blocks.add(
        Json.object().put("type", "header").put("text", SlackText.plain(news.status())).build());
    blocks.add(
        Json.object()
            .put("type", "section")
            .put(
                "text",
                SlackText.markdown(
                    SlackText.link(facts.link(), facts.head())
                        + "\n"
                        + SlackText.escaped(facts.title())))
            .build());
    if (!facts.access().isEmpty()) {
      blocks.add(
          Json.object()
              .put("type", "section")
              .put("text", SlackText.markdown(asked(facts.access())))
              .build());
    }
    blocks.add(
        Json.object()
            .put("type", "section")
            .put("fields", Json.array(fields(news), SlackText::markdown))
            .build());
    blocks.add(
        Json.object()
            .put("type", "context")
            .put(
                "elements",
                Json.array(List.of(SlackText.escaped(news.news()), NEXT), SlackText::markdown))
            .build());
    return Json.array(blocks, each -> each);
  }

  private static List<String> fields(Bulletin news) {
    List<String> fields = new ArrayList<>();
    fields.add("*Author*\n" + SlackText.escaped(news.facts().author()));
    if (!news.asking().needs().isEmpty()) {
      fields.add("*Needs*\n" + lines(news.asking().needs()));
    }
    if (!news.facts().documents().isEmpty()) {
      fields.add(
          "*Secrets*\n"
              + lines(news.facts().documents().stream().map(SlackBlocks::document).toList()));
    }
    if (!news.asking().ends().isEmpty()) {
      fields.add("*Ends*\n" + news.asking().ends());
    }
    return fields;
  }

  /** All lines in one text: a section has ten fields at most. */
  private static String asked(List<Line> lines) {
    Excerpt excerpt = Excerpt.of(lines, LONGEST_TEXT, each -> line(each).length());
    return excerpt.lines().stream().map(SlackBlocks::line).collect(Collectors.joining())
        + (excerpt.more() == 0 ? "" : "and " + excerpt.more() + " more");
  }

  private static String line(Line line) {
    return "*" + line.label() + "* " + SlackText.escaped(line.text()) + "\n";
  }

  private static String document(Touched document) {
    return document.name() + ": " + document.summary();
  }

  /** As many of the lines as fit; the others are counted. */
  private static String lines(List<String> lines) {
    StringBuilder field = new StringBuilder();
    int shown = 0;
    for (String line : lines) {
      String escaped = SlackText.escaped(line);
      if (field.length() + escaped.length() > LONGEST_FIELD) {
        break;
      }
      field.append(escaped).append('\n');
      shown++;
    }
    return shown == lines.size()
        ? field.toString().strip()
        : field + "and " + (lines.size() - shown) + " more";
  }
}
