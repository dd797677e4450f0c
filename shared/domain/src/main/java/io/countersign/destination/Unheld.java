package io.countersign.destination;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A key that a destination cannot hold.
 *
 * @param parameter the name that its parameter would have
 * @param reason why; never the value
 */
public record Unheld(String key, String parameter, String reason) {
  private static final int MOST = 10;

  /** Several of them in one line; those that are left out are counted. */
  public static String summary(List<Unheld> all) {
    String first =
        all.stream()
            .limit(MOST)
            .map(each -> each.key() + ": " + each.reason())
            .collect(Collectors.joining("; "));
    int more = all.size() - MOST;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  /** Of a key whose parameter was written before, and is left as it is. */
  public Unheld keepingItsOlderValue() {
    return new Unheld(key, parameter, reason + "; the parameter may hold an older value");
  }
}
