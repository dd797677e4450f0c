package io.countersign.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose events stand in a page of an export, in the order of their first lines there. */
public final class Order {
  private static final String BETWEEN = " ";

  private record Standing(String chain, long line) {}

  private final List<Standing> found = new ArrayList<>();

  Order() {}

  /** A request or journal stands next, by its id or name; lines count from 1. */
  void add(String chain, long line) {
    found.add(new Standing(chain, line));
  }

  /**
   * The first that does not stand where it was when the page was made, or null.
   *
   * @param made the requests and journals as they stood then
   * @param end the line behind the last one
   */
  Verdict.@Nullable Broken problem(List<String> made, long end) {
    for (int i = 0; i < Math.max(made.size(), found.size()); i++) {
      if (i == made.size()) {
        return new Verdict.Broken(
            found.get(i).line(), title(found.get(i).chain()), "does not belong here");
      }
      String due = made.get(i);
      if (i == found.size()) {
        return new Verdict.Broken(end, title(due), "is missing before this line");
      }
      Standing here = found.get(i);
      if (!here.chain().equals(due)) {
        return misplaced(here, due, made.subList(i, made.size()));
      }
    }
    return null;
  }

  private Verdict.Broken misplaced(Standing here, String due, List<String> later) {
    if (!later.contains(here.chain())) {
      return new Verdict.Broken(here.line(), title(here.chain()), "does not belong here");
    }
    for (Standing other : found) {
      if (other.chain().equals(due) && other.line() > here.line()) {
        return new Verdict.Broken(
            here.line(), title(due), "is out of order: it stands in line " + other.line());
      }
    }
    return new Verdict.Broken(here.line(), title(due), "is missing before this line");
  }

  /** All of them. */
  List<String> chains() {
    return found.stream().map(Standing::chain).toList();
  }

  /** As the end of a page has them. */
  public static String text(List<String> chains) {
    return String.join(BETWEEN, chains);
  }

  static List<String> read(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN, -1));
  }

  /** Whether it is a request's: only the name of a journal has a slash. */
  static boolean ofRequest(String chain) {
    return !chain.contains("/");
  }

  /** What it is, for people. */
  static String title(String chain) {
    return ofRequest(chain) ? "request " + chain : chain;
  }
}
