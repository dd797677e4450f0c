package io.countersign.query.documents;

import io.countersign.document.Document;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.DocumentPath;
import io.countersign.name.InvalidName;
import io.countersign.query.reading.Cursor;
import io.countersign.query.reading.Paging;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What documents are asked for; unknown parameters and bad values are refused by name.
 *
 * @param beginning of their paths
 * @param key how one of their keys begins, lower-case, or null
 * @param after only those behind this one, or null
 */
record DocumentFilters(
    String beginning, @Nullable String key, @Nullable DocumentPath after, int limit) {
  private static final int USUAL = 25;
  private static final int MOST = 50;
  private static final int LONGEST_KEY = 255;
  private static final Pattern BEGINNING = Pattern.compile("/[A-Za-z0-9_+=.@/-]{0,511}");

  static DocumentFilters of(HttpRequest http) {
    Fields fields = http.queryFields();
    String beginning = fields.optionalText("path");
    String key = fields.has("key") ? fields.text("key", LONGEST_KEY) : null;
    String cursor = fields.optionalText("cursor");
    String limit = fields.optionalText("limit");
    fields.end();
    return new DocumentFilters(
        beginning == null ? "/" : checked(beginning),
        key == null ? null : key.toLowerCase(Locale.ROOT),
        cursor == null
            ? null
            : Paging.place(Cursor.read(cursor, DocumentFilters::place, Cursor::text)),
        limit == null ? USUAL : Paging.limit(limit, MOST));
  }

  /** Whether it is one of those; what is no document has no keys. */
  boolean match(@Nullable Document content) {
    return key == null
        || (content != null
            && content.members().stream().anyMatch(each -> begins(each.name(), key)));
  }

  /** Whether one that would have these keys is one of those; without any it is none. */
  boolean match(Set<String> keys) {
    return key == null ? !keys.isEmpty() : keys.stream().anyMatch(each -> begins(each, key));
  }

  private static boolean begins(String name, String key) {
    return name.toLowerCase(Locale.ROOT).startsWith(key);
  }

  /** Whether it comes behind what was shown before. */
  boolean follows(DocumentPath path) {
    return after == null || path.compareTo(after) > 0;
  }

  private static String checked(String beginning) {
    if (BEGINNING.matcher(beginning).matches()) {
      return beginning;
    }
    throw new InvalidField("path", "path", "must be the beginning of a path, from its '/' on");
  }

  private static DocumentPath place(String[] parts) {
    try {
      return DocumentPath.of(parts[0]);
    } catch (InvalidName e) {
      throw new IllegalArgumentException("no cursor of ours", e);
    }
  }
}
