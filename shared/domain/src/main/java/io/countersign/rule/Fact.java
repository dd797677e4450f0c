package io.countersign.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/** What is said of a governed thing in one point. */
sealed interface Fact {
  /** All of it. */
  String text();

  /** Said as it is. */
  record Plain(String text) implements Fact {}

  /** How somebody is reached, or whom they sign in as. */
  record Personal(String text) implements Fact {}

  /**
   * Several of a sort, whose order says nothing.
   *
   * @param each what is said of each; two of which the same is said are two, and so is one that is
   *     there twice
   * @param none what is said where there are none
   */
  record Several(SequencedMap<Object, String> each, String none) implements Fact {
    static <T> Several of(Collection<T> all, Function<? super T, String> words, String none) {
      return new Several(new LinkedHashMap<>(), none).and(all, words);
    }

    static Several none(String none) {
      return of(List.of(), Object::toString, none);
    }

    /** With these besides. */
    <T> Several and(Collection<T> others, Function<? super T, String> words) {
      SequencedMap<Object, String> all = new LinkedHashMap<>(each);
      others.forEach(
          one -> all.put(all.containsKey(one) ? List.of(one, all.size()) : one, words.apply(one)));
      return new Several(all, none);
    }

    @Override
    public String text() {
      return each.isEmpty() ? none : String.join(", ", each.values());
    }
  }
}
