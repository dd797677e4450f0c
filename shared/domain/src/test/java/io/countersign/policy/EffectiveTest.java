package io.countersign.policy;

import static io.countersign.sample.Rulebook.document;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 3, explained. */
class EffectiveTest {
  private static final Policy WHOLE = policy("whole");
  private static final Policy GLOB = on("/db/*", policy("glob"));
  private static final Policy EXACT = on("/db/main", policy("exact"));

  @Test
  void itNamesWhatGovernsAndWhatIsBeatenEachWithItsTarget() {
    Effective effective = Effective.of(List.of(WHOLE, GLOB, EXACT), document("/db/main"));
    assertThat(effective.governing()).containsExactly(match(EXACT, "/db/main"));
    assertThat(effective.beaten()).containsExactly(match(WHOLE, "/**"), match(GLOB, "/db/*"));
    assertThat(effective.governing().getFirst().rank()).isEqualTo(Target.Rank.EXACT);
  }

  @Test
  void whereNothingCoversNothingGoverns() {
    assertThat(Effective.of(List.of(GLOB), document("/web")))
        .isEqualTo(new Effective(List.of(), List.of()));
  }

  private static Match match(Policy policy, String glob) {
    return new Match(policy, new Target(Rulebook.PROD, new PathGlob(glob)));
  }
}
