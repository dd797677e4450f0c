package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void theFirstComesAfterAWhileAndTheOthersRegularly() {
    assertThat(new Reminders(Duration.ofHours(4), Duration.ofHours(1), 3).times(NOON))
        .containsExactly(
            NOON.plus(Duration.ofHours(4)),
            NOON.plus(Duration.ofHours(5)),
            NOON.plus(Duration.ofHours(6)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT1H, 1",
    "PT-1H, PT1H, 1",
    "PT1H, PT0S, 1",
    "PT1H, PT1H, 0",
    "PT1H, PT1H, 21"
  })
  void nobodyIsRemindedForEverOrAllAtOnce(Duration after, Duration every, int atMost) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reminders(after, every, atMost));
  }
}
