package io.countersign.policy;

import static io.countersign.sample.Rulebook.document;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 3: which policy. */
class GoverningTest {
  private static final Policy WHOLE = policy("whole");
  private static final Policy GLOB = on("/db/*", policy("glob"));
  private static final Policy EXACT = on("/db/main", policy("exact"));
  private static final List<Policy> ALL = List.of(WHOLE, GLOB, EXACT);

  @Test
  void anExactPathBeatsAGlobWhichBeatsTheWholeEnvironment() {
    assertThat(Governing.of(ALL, document("/db/main"))).containsExactly(EXACT);
    assertThat(Governing.of(ALL, document("/db/other"))).containsExactly(GLOB);
    assertThat(Governing.of(ALL, document("/web"))).containsExactly(WHOLE);
  }

  @Test
  void allPoliciesOfTheWinningRankApply() {
    Policy second = on("/*/main", policy("second"));
    assertThat(Governing.of(List.of(WHOLE, GLOB, second), document("/db/main")))
        .containsExactlyInAnyOrder(GLOB, second);
  }

  @Test
  void anotherEnvironmentsPoliciesDoNotApply() {
    DocumentId staging = new DocumentId(Rulebook.STAGING, document("/db/main").path());
    assertThat(Governing.of(ALL, staging)).isEmpty();
  }

  @Test
  void everyDocumentBringsItsOwn() {
    assertThat(Governing.of(ALL, List.of(document("/db/main"), document("/web"), document("/x"))))
        .containsExactly(EXACT, WHOLE);
  }

  @Test
  void ofAPolicysTargetsTheClosestCounts() {
    Policy both =
        new Policy(
            new PolicyId("both"),
            "both",
            List.of(
                new Target(Rulebook.PROD, PathGlob.ALL),
                new Target(Rulebook.PROD, new PathGlob("/db/main"))),
            List.of(),
            Terms.STRICT,
            1);
    assertThat(Governing.of(List.of(both, GLOB), document("/db/main"))).containsExactly(both);
    assertThat(Governing.of(List.of(both, GLOB), document("/db/x"))).containsExactly(GLOB);
  }

  @Test
  void everythingBelowAPathIsAGlobAndNotTheEnvironment() {
    Policy below = on("/db/**", policy("below"));
    assertThat(Governing.of(List.of(WHOLE, below), document("/db/x"))).containsExactly(below);
  }
}
