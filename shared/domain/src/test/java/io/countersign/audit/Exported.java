package io.countersign.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an export by hand, as the API does. */
final class Exported {
  private final List<String> lines = new ArrayList<>();
  private Seal seal = new Seal();
  private final List<String> chains = new ArrayList<>();
  private int events;

  static List<Recorded> events(String request, int count) {
    List<Recorded> events = new ArrayList<>();
    String hash = Chain.START;
    for (int i = 1; i <= count; i++) {
      String text =
          "{\"id\":\"" + request + "#" + i + "\",\"type\":\"Commented\",\"text\":\"é☃ " + i + "\"}";
      events.add(new Recorded(i, text, hash, Chain.next(hash, text)));
      hash = events.getLast().hash();
    }
    return events;
  }

  List<String> lines() {
    return lines;
  }

  Exported page(@Nullable String after) {
    seal = new Seal();
    chains.clear();
    events = 0;
    return line(
        "{\"line\":\"page\",\"project\":\"payments\",\"from\":null,\"to\":\"2026-03-02T12:00:00Z\",\"after\":"
            + quoted(after)
            + "}");
  }

  /** These events, counted from 1, of a request that has all of them. */
  Exported request(String request, List<Recorded> all, int first, int last) {
    heading(request, first, last, all.size(), all.getLast().hash());
    for (Recorded event : all.subList(first - 1, last)) {
      event(request, event);
    }
    return this;
  }

  /** The line of a request, whatever follows. */
  Exported heading(String request, int first, int last, int all, String head) {
    chains.add(request);
    return line(
        "{\"line\":\"request\",\"request\":\"%s\",\"first\":%d,\"last\":%d,\"events\":%d,\"head\":\"%s\"}"
            .formatted(request, first, last, all, head));
  }

  /** These deeds, counted from 1, of a journal that has all of them. */
  Exported journal(String journal, List<Recorded> all, int first, int last) {
    chains.add(journal);
    line(
        "{\"line\":\"journal\",\"journal\":\"%s\",\"first\":%d,\"last\":%d,\"events\":%d,\"head\":\"%s\"}"
            .formatted(journal, first, last, all.size(), all.getLast().hash()));
    for (Recorded deed : all.subList(first - 1, last)) {
      events++;
      line(entry(journal, deed).replace("\"request\":", "\"journal\":"));
    }
    return this;
  }

  Exported event(String request, Recorded event) {
    events++;
    return line(entry(request, event));
  }

  static String entry(String request, Recorded event) {
    return "{\"line\":\"event\",\"request\":\"%s\",\"sequence\":%d,\"previous\":\"%s\",\"hash\":\"%s\",\"text\":%s}"
        .formatted(request, event.sequence(), event.previous(), event.hash(), quoted(event.text()));
  }

  Exported end(@Nullable String next) {
    return end(List.copyOf(chains), events, next);
  }

  /** An end that counts so, sealed as if that were true. */
  Exported end(List<String> chains, int events, @Nullable String next) {
    lines.add(
        "{\"line\":\"end\",\"chains\":\"%s\",\"events\":%d,\"next\":%s,\"seal\":\"%s\"}"
            .formatted(Order.text(chains), events, quoted(next), seal.of(chains, events, next)));
    return this;
  }

  private Exported line(String text) {
    lines.add(text);
    seal.line(text);
    return this;
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
