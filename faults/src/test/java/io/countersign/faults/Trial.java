package io.countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.faults.aws.Fault;
import io.countersign.faults.aws.Script;
import io.countersign.faults.aws.Site;
import io.countersign.faults.aws.Wire;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a command in which a fault strikes once, with all that came of it. */
final class Trial {
  private static final Said NOTHING = new Said("nothing", "");

  private final Point point;
  private final Case it;
  private final Script script;
  private Said first = NOTHING;
  private @Nullable Said again;
  private @Nullable String then;
  private @Nullable String by;
  private @Nullable Throwable broken;

  Trial(Point point, Case it) {
    this.point = point;
    this.it = it;
    script = Script.of(point.site(), point.fault(), it::disturb);
  }

  /** A call, and what goes wrong at it. */
  record Point(Site site, Fault fault) {}

  /** What a run without a fault came to. */
  record Good(List<Site> sites, @Nullable String effect) {}

  /**
   * What everything after the first call depends on: what it has written, and what was answered.
   */
  record Left(List<Site> written, String word) {}

  Point point() {
    return point;
  }

  Left left() {
    return new Left(script.written(), first.word());
  }

  /** A promise that was broken, or null. */
  @Nullable Throwable broken() {
    return broken;
  }

  /** The first call, at which the fault strikes. */
  void strike() {
    step(
        () -> {
          first = Wire.playing(script, () -> it.call(Case.FIRST));
          assertThat(script.struck()).as("met again").isTrue();
          assertThat(first.word()).as(first.text()).isNotEqualTo("500");
        });
  }

  /** What was so right after it: whoever is told that it is so, or is not, finds it so. */
  void then(Contents contents) {
    step(
        () -> {
          then = it.effect(contents);
          assertThat(!first.well() || then != null).as("told %s, and it is not", first).isTrue();
          assertThat(!first.refused() || then == null).as("told %s, yet %s", first, then).isTrue();
        });
  }

  /** What had come of it by itself, when the caller tries again. */
  void again(Contents contents, Good good) {
    step(
        () -> {
          by = it.effect(contents);
          boolean answered = first.well() || first.refused();
          again = settled(good) ? null : it.call(answered ? Case.SECOND : Case.FIRST);
        });
  }

  /** Whether it was refused because it is so already. */
  private boolean refused(Said repeated, Good good) {
    return !it.repeatable() && repeated.refused() && Objects.equals(by, good.effect());
  }

  /** Whether the caller has what it asked for, and knows it. */
  private boolean settled(Good good) {
    return first.well() && Objects.equals(by, good.effect());
  }

  /** What is so in the end: as if nothing had gone wrong. */
  void end(Promises promises, Good good) {
    step(
        () -> {
          assertThat(again == null || again.well() || refused(again, good))
              .as("made again: %s", again)
              .isTrue();
          assertThat(it.effect(promises.contents())).as("in the end").isEqualTo(good.effect());
          it.check(promises);
        });
  }

  private void step(Runnable what) {
    if (broken == null) {
      try {
        what.run();
      } catch (AssertionError | RuntimeException e) {
        broken = e;
      }
    }
  }

  /** The same in words. */
  String words() {
    StringBuilder words = new StringBuilder(first.word());
    if (!first.well() && then != null) {
      words.append(", yet ").append(then);
    }
    if (!Objects.equals(by, then)) {
      words.append("; by itself ").append(by);
    }
    if (again != null) {
      words.append("; again ").append(again.word());
    }
    words.append(it.remark());
    return broken == null ? words.toString() : "BROKEN";
  }
}
