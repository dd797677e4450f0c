package io.countersign.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of conditions promises. */
public abstract class ConditionsContract {
  private static final ProjectId PROJECT = new ProjectId("payments");
  private static final ChannelId TEAM = new ChannelId("team");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final PersonId ADA = new PersonId("ada");

  private Conditions conditions;

  /** An empty one. */
  protected abstract Conditions conditions();

  @BeforeEach
  void setUp() {
    conditions = conditions();
  }

  @Test
  void theNewestOfEachKindIsKnown() {
    Trial trial = Trial.asked(TEAM, 1, ADA, NOON);
    Health health = new Health(TEAM, 1, "is_archived", NOON);
    Seen seen = new Seen(TEAM, NOON, ADA, NOON.plusSeconds(60));
    conditions.put(PROJECT, new Health(TEAM, 1, null, NOON));
    conditions.put(PROJECT, trial);
    conditions.put(PROJECT, seen);
    conditions.put(PROJECT, trial.sent());
    conditions.put(PROJECT, health);
    assertThat(conditions.of(PROJECT))
        .containsOnly(Map.entry(TEAM, new Condition(health, trial.sent(), seen)));
  }

  @Test
  void channelsAndProjectsAreKeptApart() {
    Health one = new Health(TEAM, 1, null, NOON);
    Health other = new Health(new ChannelId("ops"), 2, "away", NOON);
    conditions.put(PROJECT, one);
    conditions.put(PROJECT, other);
    assertThat(conditions.of(PROJECT)).hasSize(2);
    assertThat(conditions.of(new ProjectId("pay"))).isEmpty();
  }
}
