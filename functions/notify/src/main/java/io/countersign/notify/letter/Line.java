package io.countersign.notify.letter;

import io.countersign.directory.Permission;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that is asked for, with what it is. */
public record Line(String label, String text) {
  /** What access a revision asks for; nothing where it asks for something else. */
  static List<Line> of(Revision revision) {
    return revision.payload() instanceof Payload.OfAccess(Entitlement asked)
        ? List.of(
            new Line("Access", actions(asked)),
            new Line("Where", Said.title(asked.place().environment() + "" + asked.place().path())),
            new Line("For", when(asked)))
        : List.of();
  }

  private static String actions(Entitlement asked) {
    return asked.actions().stream().map(Line::action).collect(Collectors.joining(", "));
  }

  private static String action(Permission action) {
    return Said.name(Entitlement.words(action));
  }

  private static String when(Entitlement asked) {
    Window window = asked.window();
    List<String> words = new ArrayList<>(List.of(Said.span(window.lasts())));
    Instant start = window.start();
    Instant end = window.end();
    if (asked.extending() != null) {
      words.add("more than " + Said.name(asked.extending().value()) + " gives");
    } else {
      words.add(start == null ? "from when it is granted" : "from " + Said.time(start));
    }
    if (end != null) {
      words.add("until " + Said.time(end) + " at the latest");
    }
    return String.join(", ", words);
  }
}
