package io.countersign.merge;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What documents hold, for whoever sees everything. */
final class Texts {
  private static final Map<String, SortedMap<String, String>> KNOWN = new ConcurrentHashMap<>();

  private Texts() {}

  static Document read(@Nullable String text) {
    return text != null && Document.parse(text) instanceof Parsed.Readable(Document document)
        ? document
        : Document.EMPTY;
  }

  /** The values by key; of no document, none. */
  static SortedMap<String, String> values(@Nullable String text) {
    return KNOWN.computeIfAbsent(
        text == null ? "{}" : text,
        each -> {
          SortedMap<String, String> values = new TreeMap<>();
          for (Member member : read(each).members()) {
            values.put(member.name(), member.text());
          }
          return values;
        });
  }

  static String text(SortedMap<String, String> values) {
    StringBuilder text = new StringBuilder("{");
    values.forEach(
        (key, value) ->
            text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(key)
                .append("\":\"")
                .append(value)
                .append('"'));
    return text.append('}').toString();
  }

  /** The values of each document, in order; one that waits for its deletion still has its own. */
  static SortedMap<String, String> values(FakeVault.Snapshot of, int document) {
    FakeVault vault = new FakeVault();
    vault.restore(of);
    String name = Stage.secret(Stage.BOTH.get(document));
    if (vault.read(name) instanceof Seen.Deleted(String arn, _)) {
      vault.restore(arn);
    }
    return values(vault.read(name) instanceof Seen.Present present ? present.text() : null);
  }
}
