package io.countersign.explore.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.explore.realm.Meeting;
import io.countersign.property.Cases;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of the exploration takes and refuses just what the store's fake does, which the store's
 * contract holds against DynamoDB: here commands that were decided on old facts, and new ones.
 */
class TableTest {
  private static final int WALKS = 500;
  private static final int STEPS = 60;

  @Test
  void theTableTakesAndRefusesWhatTheStoreDoes() {
    Cases.each(WALKS, random -> walk(Engine.REAL, random));
  }

  /** The others hold wherever these do: what has the version that was read is as it was read. */
  @ParameterizedTest
  @EnumSource(names = {"VERSION", "IN_TIME", "LOCK", "RULES", "DIRECTORY"})
  void aTableWithoutOneOfItsConditionsIsToldFromTheStore(Condition condition) {
    Engine without =
        new Engine() {
          @Override
          public boolean checks(Condition each) {
            return each != condition;
          }
        };
    assertThatThrownBy(() -> Cases.each(WALKS, random -> walk(without, random)))
        .isInstanceOf(AssertionError.class);
  }

  private static void walk(Engine engine, RandomGenerator random) {
    Twins twins = new Twins(Meeting.TWO_REQUESTS, engine);
    for (int i = 0; i < STEPS; i++) {
      assertThat(twins.agree(random)).isTrue();
    }
  }
}
