package io.countersign.tests.api;

import io.countersign.local.api.Answer;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The change requests that calls have made or acted on. */
public final class Touched {
  private static final Pattern ACTED = Pattern.compile("v1/change-requests/([a-z0-9-]+-[0-9]+)/.*");
  private static final Set<String> IDS = new ConcurrentSkipListSet<>();

  private Touched() {}

  static void by(String method, String path, Answer answer) {
    Matcher acted = ACTED.matcher(path);
    if (!method.equals("GET") && answer.status() < 300) {
      if (acted.matches()) {
        IDS.add(acted.group(1));
      } else if (path.equals("v1/change-requests")) {
        IDS.add(answer.text("/id"));
      }
    }
  }

  /** Those since the last time that this was asked. */
  public static Set<String> sinceThen() {
    Set<String> ids = new TreeSet<>(IDS);
    IDS.removeAll(ids);
    return ids;
  }
}
