package io.countersign.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue of reasons, and those that were answered. */
public final class Reasons {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9, ]+|–) \\| [^|]+ \\| [^|]+ \\|$");
  private static final Set<String> ANSWERED = new ConcurrentSkipListSet<>();

  private Reasons() {}

  /** The codes of {@code docs/reasons.md}, each with its statuses; none for reasons only. */
  public static SortedMap<String, Set<String>> catalogue() {
    SortedMap<String, Set<String>> catalogue = new TreeMap<>();
    Matcher row = ROW.matcher(Checkout.text(Path.of("docs/reasons.md")));
    while (row.find()) {
      Set<String> statuses = new TreeSet<>(Arrays.asList(row.group(2).split(", ")));
      statuses.remove("–");
      if (catalogue.put(row.group(1), statuses) != null) {
        throw new AssertionError("listed twice: " + row.group(1));
      }
    }
    return catalogue;
  }

  /** What was answered so far: a refusal as status and code, a reason as its code. */
  public static Set<String> answered() {
    return ANSWERED;
  }

  static void note(Answer answer) {
    if (answer.status() >= 400 && answer.body().has("code")) {
      ANSWERED.add(answer.status() + " " + answer.text("/code"));
    }
    for (JsonNode reasons : answer.body().findValues("reasons")) {
      ANSWERED.addAll(reasons.findValuesAsText("code"));
    }
  }
}
