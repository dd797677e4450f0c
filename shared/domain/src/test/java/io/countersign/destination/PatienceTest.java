package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static Duration after(int failures, double drawn) {
    return Duration.between(NOW, Patience.next(failures, NOW, drawn));
  }

  @Test
  void soonThenEverMoreRarelyThenHourlyForAWeek() {
    List<Long> seconds = new ArrayList<>();
    for (int failures = 1; failures <= 14; failures++) {
      seconds.add(after(failures, 0).toSeconds());
    }
    assertThat(seconds)
        .containsExactly(
            5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L, 900L, 900L, 3600L, 3600L);
    assertThat(after(180, 0)).isEqualTo(Duration.ofHours(1));
    assertThat(Patience.next(181, NOW, 0)).isNull();
  }

  @Test
  void notAllComeAgainAtOnce() {
    assertThat(after(1, 1)).isEqualTo(Duration.ofSeconds(6));
    assertThat(after(13, 0.5)).isEqualTo(Duration.ofMinutes(66));
  }

  @Test
  void peopleAreToldAfterThirteen() {
    assertThat(Patience.isOver(12)).isFalse();
    assertThat(Patience.isOver(13)).isTrue();
  }
}
