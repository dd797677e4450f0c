package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import io.countersign.rule.Description;
import io.countersign.rule.Difference;
import io.countersign.rule.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that is asked for, with what it is. */
public record Line(String label, String text) {
  /** What a revision asks for besides changes of documents, line by line. */
  static List<Line> of(Revision revision, Directory directory) {
    return switch (revision.payload()) {
      case Payload.OfSecrets _ -> List.of();
      case Payload.OfAccess(Entitlement asked) ->
          List.of(
              new Line("Access", actions(asked)),
              new Line(
                  "Where", Said.title(asked.place().environment() + "" + asked.place().path())),
              new Line("For", when(asked)));
      case Payload.OfGovernance(_, List<Edit> edits, _) ->
          of(edits, Description.Names.in(directory, edits));
    };
  }

  private static List<Line> of(List<Edit> edits, Description.Names names) {
    return edits.stream().flatMap(each -> of(each, names)).toList();
  }

  /** What becomes of a governed thing, and each fact about it that changes. */
  private static Stream<Line> of(Edit edit, Description.Names names) {
    return Stream.concat(
        Stream.of(new Line("What", Said.title(edit.thing().words()))),
        Difference.of(edit, names).stream()
            .map(each -> new Line(each.label(), Said.title(turned(each)))));
  }

  private static String turned(Difference difference) {
    String before = difference.before();
    String after = difference.after();
    if (before == null) {
      return after + "";
    }
    return after == null ? "no longer " + before : before + " → " + after;
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
