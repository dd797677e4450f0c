package io.countersign.proposal;

import io.countersign.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much one request may hold (design §1). */
public final class Limits {
  /** Documents a request. */
  public static final int DOCUMENTS = 20;

  /** Operations a request. */
  public static final int OPERATIONS = 200;

  /** Bytes of UTF-8 of all values together. */
  public static final int VALUE_BYTES = 500 * 1024;

  /** Bytes of UTF-8 of one value: no document could hold more. */
  public static final int LARGEST_VALUE = Document.MAX_BYTES;

  private Limits() {}

  /** Everything that is too much or too little, before any document is read. */
  public static List<Problem> check(List<DocumentChange> changes) {
    List<Problem> problems = new ArrayList<>();
    int operations = changes.stream().mapToInt(DocumentChange::size).sum();
    if (changes.isEmpty() || operations == 0) {
      problems.add(new Problem("changes", "empty", "holds no operation"));
    }
    if (changes.size() > DOCUMENTS) {
      problems.add(new Problem("changes", "documents", "names more than 20 documents"));
    }
    if (operations > OPERATIONS) {
      problems.add(new Problem("changes", "operations", "holds more than 200 operations"));
    }
    long bytes = 0;
    for (DocumentChange change : changes) {
      for (Map.Entry<String, String> set : change.set().entrySet()) {
        int length = set.getValue().getBytes(StandardCharsets.UTF_8).length;
        bytes += length;
        if (length > LARGEST_VALUE) {
          problems.add(
              new Problem(
                  change.field() + ".set." + set.getKey(),
                  "value-size",
                  "has " + length + " bytes of UTF-8; at most 65536 fit"));
        }
      }
    }
    if (bytes > VALUE_BYTES) {
      problems.add(new Problem("changes", "value-bytes", "holds more than 500 KB of values"));
    }
    return problems;
  }
}
