package io.countersign.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a governed thing that an edit changes, for people.
 *
 * @param label what it is
 * @param before as it was, or null where there was no such fact
 * @param after as it is to be, or null where there is to be none
 * @param moves who or what joins and leaves, where it is about several; null where it is not
 */
public record Difference(
    String label,
    @Nullable String before,
    @Nullable String after,
    @Nullable Moves moves,
    Reach reach) {

  /** To whom its content is told. */
  public enum Reach {
    /** To whoever may read the request. */
    ALL,
    /** To those who decide on it, wrote it, or may write the directory. */
    FEW,
    /** Not to this reader: that it changes is all that is told. */
    WITHHELD
  }

  /** Who or what joins a list, leaves it and stays. */
  public record Moves(List<String> added, List<String> removed, List<String> kept) {
    private static @Nullable Moves between(@Nullable Fact before, @Nullable Fact after) {
      if (!(before instanceof Fact.Several) && !(after instanceof Fact.Several)) {
        return null;
      }
      Map<Object, String> old = each(before);
      Map<Object, String> next = each(after);
      return new Moves(
          words(next, one -> !old.containsKey(one)),
          words(old, one -> !next.containsKey(one)),
          words(next, old::containsKey));
    }

    private static Map<Object, String> each(@Nullable Fact fact) {
      return fact instanceof Fact.Several(var each, _) ? each : Map.of();
    }

    private static List<String> words(Map<Object, String> all, Predicate<Object> which) {
      return all.keySet().stream().filter(which).map(all::get).toList();
    }
  }

  /**
   * All that the edit changes, in the order in which a page would show it.
   *
   * @param names what people, machines and groups are called
   */
  public static List<Difference> of(Edit edit, Names names) {
    Description facts = new Description(names);
    SequencedMap<String, Fact> before = facts.of(edit.before());
    SequencedMap<String, Fact> after = facts.of(edit.after());
    List<Difference> all = new ArrayList<>();
    before.forEach(
        (label, fact) -> {
          Fact now = after.get(label);
          if (!fact.equals(now)) {
            all.add(between(label, fact, now));
          }
        });
    after.forEach(
        (label, fact) -> {
          if (!before.containsKey(label)) {
            all.add(between(label, null, fact));
          }
        });
    return all;
  }

  private static Difference between(String label, @Nullable Fact before, @Nullable Fact after) {
    return new Difference(
        label,
        before == null ? null : before.text(),
        after == null ? null : after.text(),
        Moves.between(before, after),
        before instanceof Fact.Personal || after instanceof Fact.Personal ? Reach.FEW : Reach.ALL);
  }

  /** The same for whom it is not told in full: where it is for few, without what it was and is. */
  public Difference forAll() {
    return reach == Reach.FEW ? new Difference(label, null, null, null, Reach.WITHHELD) : this;
  }
}
