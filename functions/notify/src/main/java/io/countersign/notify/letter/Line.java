package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import io.countersign.rule.Difference;
import io.countersign.rule.Edit;
import io.countersign.rule.Names;
import io.countersign.rule.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that is asked for, with what it is. */
public record Line(String label, String text) {
  private static final String WHAT = "What";

  /** Of those who join, and of those who leave; the others are counted. */
  private static final int LONGEST_LIST = 500;

  /**
   * What a revision asks for besides changes of documents, line by line.
   *
   * @param told what the readers are told of each fact that changes
   */
  static List<Line> of(Revision revision, Directory directory, UnaryOperator<Difference> told) {
    return switch (revision.payload()) {
      case Payload.OfSecrets _ -> List.of();
      case Payload.OfAccess(Entitlement asked) ->
          List.of(
              new Line("Access", actions(asked)),
              new Line(
                  "Where", Said.title(asked.place().environment() + "" + asked.place().path())),
              new Line("For", when(asked)));
      case Payload.OfGovernance(_, List<Edit> edits, _) -> {
        Names names = Names.in(directory, edits);
        yield edits.stream().flatMap(each -> of(each, names, told)).toList();
      }
    };
  }

  /** What becomes of a governed thing, and each fact about it that changes. */
  private static Stream<Line> of(Edit edit, Names names, UnaryOperator<Difference> told) {
    Thing thing = edit.thing();
    return Stream.concat(
        Stream.of(new Line(WHAT, Said.title(thing.words()))),
        Difference.of(edit, names).stream()
            .map(told)
            .map(each -> new Line(each.label(), turned(each, thing.deed()))));
  }

  /** Whether it says what becomes of a thing; what follows is about that. */
  public boolean heads() {
    return label.equals(WHAT);
  }

  private static String turned(Difference difference, Thing.Deed deed) {
    if (difference.reach() == Difference.Reach.WITHHELD) {
      return deed == Thing.Deed.ADD ? "not shown here" : "changed, not shown here";
    }
    Difference.Moves moves = difference.moves();
    String before = said(difference.before(), moves == null ? List.of() : moves.removed());
    String after = said(difference.after(), moves == null ? List.of() : moves.added());
    return switch (deed) {
      case ADD -> after;
      case REMOVE -> "no longer " + before;
      case CHANGE ->
          moves != null
              ? moved(moves)
              : difference.before() == null
                  ? after
                  : difference.after() == null ? "no longer " + before : before + " → " + after;
    };
  }

  private static String said(@Nullable String text, List<String> all) {
    return all.isEmpty() ? Said.text(text + "") : some(all);
  }

  /** Who or what joins and leaves; those who stay are counted. */
  private static String moved(Difference.Moves moves) {
    List<String> parts = new ArrayList<>();
    if (!moves.added().isEmpty()) {
      parts.add("+ " + some(moves.added()));
    }
    if (!moves.removed().isEmpty()) {
      parts.add("− " + some(moves.removed()));
    }
    int kept = moves.kept().size();
    return String.join("; ", parts)
        + switch (kept) {
          case 0 -> "";
          case 1 -> " (1 other stays)";
          default -> " (" + kept + " others stay)";
        };
  }

  /** As many as there is room for. */
  private static String some(List<String> all) {
    StringBuilder some = new StringBuilder();
    int shown = 0;
    for (String each : all) {
      String words = (shown == 0 ? "" : ", ") + Said.title(each);
      if (some.length() + words.length() > LONGEST_LIST) {
        break;
      }
      some.append(words);
      shown++;
    }
    return shown == all.size() ? some.toString() : some + " and " + (all.size() - shown) + " more";
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
