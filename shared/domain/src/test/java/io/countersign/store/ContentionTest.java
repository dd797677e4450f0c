package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A command that meets a change is tried again from a fresh read, later each time. */
class ContentionTest {
  private final List<Long> pauses = new ArrayList<>();
  private int tries;

  private int until(int success, Random random) {
    return new Contention(random, pauses::add)
        .until(() -> ++tries == success ? Integer.valueOf(tries) : null);
  }

  /** Always the longest pause that there may be. */
  private static Random longest() {
    return new Random() {
      private static final long serialVersionUID = 1;

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }

  @Test
  void whatGoesThroughIsNotTriedAgain() {
    assertThat(until(1, new Random(1))).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void eachPauseMayBeTwiceAsLongButNoLongerThanTwoSeconds() {
    assertThat(until(Contention.TRIES, longest())).isEqualTo(9);
    assertThat(pauses).containsExactly(24L, 49L, 99L, 199L, 399L, 799L, 1_599L, 1_999L);
  }

  @Test
  void afterNineTriesItIsGivenUpAtOnce() {
    assertThatExceptionOfType(Contended.class).isThrownBy(() -> until(10, new Random(1)));
    assertThat(tries).isEqualTo(9);
    assertThat(pauses).hasSize(8);
  }
}
