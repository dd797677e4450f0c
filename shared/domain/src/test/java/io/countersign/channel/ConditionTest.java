package io.countersign.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final ChannelId TEAM = new ChannelId("team");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final PersonId ADA = new PersonId("ada");
  private static final Health BROKEN = new Health(TEAM, 1, "is_archived", NOON);
  private static final Trial TRIAL = Trial.asked(TEAM, 1, ADA, NOON).sent();
  private static final Seen SEEN = new Seen(TEAM, NOON, ADA, NOON);

  @Test
  void whatWasKnownOfTheChannelBeforeItWasEditedIsForgotten() {
    Condition condition = new Condition(BROKEN, TRIAL, SEEN);
    assertThat(condition.of(channel(1))).isEqualTo(condition);
    assertThat(condition.of(channel(2))).isEqualTo(Condition.NEW);
  }

  @Test
  void whatWasSeenOfAnEarlierTestMessageIsForgotten() {
    Trial again = Trial.asked(TEAM, 1, ADA, NOON.plusSeconds(60));
    assertThat(new Condition(null, again, SEEN).of(channel(1)).seen()).isNull();
  }

  @Test
  void whereNothingIsKnownNothingIsForgotten() {
    assertThat(Condition.NEW.of(channel(1))).isEqualTo(Condition.NEW);
    Condition unseen = new Condition(null, TRIAL, null);
    assertThat(unseen.of(channel(1))).isEqualTo(unseen);
    assertThat(new Condition(null, null, SEEN).of(channel(1))).isEqualTo(Condition.NEW);
  }

  @Test
  void aTestMessageIsTheSameWhateverCameOfIt() {
    Trial asked = Trial.asked(TEAM, 1, ADA, NOON);
    assertThat(asked.waiting("ratelimited"))
        .isEqualTo(new Trial(TEAM, 1, ADA, NOON, Trial.Status.QUEUED, "ratelimited"));
    assertThat(asked.failed("is_archived"))
        .isEqualTo(new Trial(TEAM, 1, ADA, NOON, Trial.Status.FAILED, "is_archived"));
    assertThat(asked.waiting("ratelimited").sent()).isEqualTo(TRIAL);
  }

  private static Channel channel(long version) {
    return new Channel(
        TEAM, new Channel.Place.Slack("C024BE91L"), new Credential("version", "cdef"), version);
  }
}
