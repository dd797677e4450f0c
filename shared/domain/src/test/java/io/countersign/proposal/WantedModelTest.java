package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Member;
import io.countersign.property.Cases;
import io.countersign.proposal.Wanted.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 8 on generated cases: two changes of the same document, the second after the first. */
class WantedModelTest {
  private static final String BASE = "{\"a\":\"1\",\"b\":\"2\",\"c\":\"three\"}";

  @Test
  void whatNobodyTouchedIsAppliedAndAppliedAgainChangesNothingMore() {
    Cases.each(
        2_000,
        random -> {
          Asked asked = Asked.any(random);
          if (asked.against(BASE) instanceof Drafting.Result.Drafted) {
            switch (asked.wanted(BASE).against(Asked.document(BASE))) {
              case Verdict.Becomes(var document) ->
                  assertThat(keys(document.text())).isEqualTo(applied(asked, keys(BASE)));
              case Verdict.Holds() -> assertThat(applied(asked, keys(BASE))).isEqualTo(keys(BASE));
              case Verdict.Completes _, Verdict.TooLarge _ ->
                  throw new AssertionError("nothing is done or large here");
              case Verdict.Conflicts(var names) -> throw new AssertionError("conflicts " + names);
            }
          }
        });
  }

  @Test
  void whatSomebodyElseAppliedInFullIsHeldHoweverItIsTied() {
    Cases.each(
        5_000,
        random -> {
          SortedMap<String, String> base = any(random);
          Asked asked = Asked.any(random);
          if (asked.against(text(base)) instanceof Drafting.Result.Drafted) {
            SortedMap<String, String> then = applied(asked, base);
            assertThat(asked.wanted(text(base)).against(Asked.document(text(then))))
                .as("%s over %s", asked, base)
                .isEqualTo(new Verdict.Holds());
          }
        });
  }

  /** Values are often alike, so that one key may be taken for another. */
  private static SortedMap<String, String> any(RandomGenerator random) {
    SortedMap<String, String> keys = new TreeMap<>();
    for (String key : new String[] {"a", "b", "c", "d"}) {
      if (random.nextInt(4) > 0) {
        keys.put(key, quoted(Cases.oneOf(random, List.of("1", "2"))));
      }
    }
    return keys;
  }

  @Test
  void afterSomebodyElsesChangeItIsAppliedInFullOrNotAtAll() {
    Cases.each(
        5_000,
        random -> {
          Asked asked = Asked.any(random);
          SortedMap<String, String> now = others(random);
          if (asked.against(BASE) instanceof Drafting.Result.Drafted) {
            judge(asked, now);
          }
        });
  }

  private static void judge(Asked asked, SortedMap<String, String> now) {
    boolean untouched =
        asked.wanted(BASE).keys().stream()
            .allMatch(
                key -> String.valueOf(keys(BASE).get(key)).equals(String.valueOf(now.get(key))));
    switch (asked.wanted(BASE).against(Asked.document(text(now)))) {
      case Verdict.Completes(var document) -> wanted(asked, keys(document.text()));
      case Verdict.Becomes(var document) -> wanted(asked, keys(document.text()));
      case Verdict.Holds() -> wanted(asked, now);
      case Verdict.TooLarge() -> throw new AssertionError("nothing is large here");
      case Verdict.Conflicts(var names) ->
          assertThat(untouched).as("conflicts only where touched: %s", names).isFalse();
    }
  }

  /** Every key that the change names is as it wants it. */
  private static void wanted(Asked asked, Map<String, String> then) {
    SortedMap<String, String> all = applied(asked, keys(BASE));
    for (String key : asked.wanted(BASE).keys()) {
      assertThat(then.get(key)).as(key).isEqualTo(all.get(key));
    }
  }

  private static SortedMap<String, String> applied(Asked asked, SortedMap<String, String> base) {
    SortedMap<String, String> then = new TreeMap<>(base);
    asked.delete().forEach(key -> then.remove(key));
    asked.rename().keySet().forEach(key -> then.remove(key));
    asked.rename().forEach((from, to) -> then.put(to, String.valueOf(base.get(from))));
    asked.set().forEach((key, text) -> then.put(key, quoted(text)));
    asked.copied().forEach((key, member) -> then.put(key, member.raw()));
    return then;
  }

  private static SortedMap<String, String> others(RandomGenerator random) {
    SortedMap<String, String> now = keys(BASE);
    for (String key : new String[] {"a", "b", "c", "d"}) {
      switch (random.nextInt(6)) {
        case 0 -> now.remove(key);
        case 1 -> now.put(key, quoted(Cases.oneOf(random, List.of("1", "2", "three"))));
        default -> {}
      }
    }
    return now;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** The keys with the tokens of their values. */
  private static SortedMap<String, String> keys(String text) {
    SortedMap<String, String> keys = new TreeMap<>();
    for (Member member : Asked.document(text).members()) {
      keys.put(member.name(), member.raw());
    }
    return keys;
  }

  private static String text(SortedMap<String, String> keys) {
    return keys.entrySet().stream()
        .map(each -> quoted(each.getKey()) + ":" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
