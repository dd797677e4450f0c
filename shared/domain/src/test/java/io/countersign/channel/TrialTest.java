package io.countersign.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.project.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Trial ASKED =
      Trial.asked(
          new ChannelId("team"), 3, new PersonId("ada"), Instant.parse("2026-03-02T12:00:00Z"));

  private static void told(Trial trial, Trial.Status status, @Nullable String reason) {
    assertThat(trial)
        .isEqualTo(new Trial(ASKED.channel(), 3, ASKED.by(), ASKED.at(), status, reason));
  }

  @Test
  void aTestMessageTellsHowFarItCameAndWhy() {
    told(ASKED, Trial.Status.QUEUED, null);
    told(ASKED.waiting("rate_limited"), Trial.Status.QUEUED, "rate_limited");
    told(ASKED.failed("not_in_channel"), Trial.Status.FAILED, "not_in_channel");
    told(ASKED.waiting("rate_limited").sent(), Trial.Status.SENT, null);
  }
}
