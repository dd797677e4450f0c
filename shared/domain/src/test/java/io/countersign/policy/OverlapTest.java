package io.countersign.policy;

import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.property.Cases;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who writes a policy is told where another one counts too, or instead. */
class OverlapTest {
  private static final Policy WHOLE = policy("whole");
  private static final List<String> GLOBS =
      List.of("/**", "/a", "/a/b", "/a/*", "/a/**", "/*/b", "/*");

  @Test
  void ofTheSameRankBothCount() {
    Policy other = on("/*/main", policy("other"));
    assertThat(Overlap.of(on("/db/*", policy("new")), List.of(other)))
        .containsExactly(overlap(Overlap.Kind.TIED, other, target("/db/*")));
    assertThat(Overlap.of(policy("new"), List.of(WHOLE)))
        .containsExactly(overlap(Overlap.Kind.TIED, WHOLE, target("/**")));
  }

  @Test
  void aCloserOneBeatsItOnThatPart() {
    Policy exact = on("/db/main", policy("exact"));
    assertThat(Overlap.of(WHOLE, List.of(exact)))
        .containsExactly(overlap(Overlap.Kind.BEATEN, exact, target("/db/main")));
  }

  @Test
  void beingCloserItTakesAwayWhatTheOtherAsksFor() {
    assertThat(Overlap.of(on("/db/**", policy("new")), List.of(WHOLE)))
        .containsExactly(overlap(Overlap.Kind.BEATS, WHOLE, target("/db/**")));
  }

  @Test
  void eachKindIsSaidInWords() {
    Policy exact = on("/db/main", policy("exact"));
    Policy next = on("/db/*", policy("next"));
    assertThat(Overlap.of(next, List.of(exact, WHOLE, on("/*/main", policy("other")))))
        .extracting(Overlap::message)
        .containsExactly(
            "On prod:/db/main the closer policy \"exact\" alone counts.",
            "On prod:/db/* this policy alone counts, and \"whole\" no longer does.",
            "On prod:/db/* the policy \"other\" must be satisfied too.");
    assertThat(Overlap.Kind.values())
        .extracting(Overlap.Kind::code)
        .containsExactly("tied", "beaten", "beats");
  }

  @Test
  void placesOfOneKindStandTogether() {
    Policy both = of("both", target("/web"), target("/db"));
    Overlap one = Overlap.of(WHOLE, List.of(both)).getFirst();
    assertThat(one).isEqualTo(overlap(Overlap.Kind.BEATEN, both, target("/db"), target("/web")));
    assertThat(one.message()).startsWith("On prod:/db, prod:/web the closer");
  }

  @Test
  void ofItsTargetsTheClosestCountsThere() {
    Policy both = of("both", target("/**"), target("/db/main"), target("/db/*"));
    Policy exact = on("/db/main", policy("exact"));
    assertThat(Overlap.of(both, List.of(exact)))
        .containsExactly(overlap(Overlap.Kind.TIED, exact, target("/db/main")));
    Policy glob = on("/db/*", policy("glob"));
    assertThat(Overlap.of(both, List.of(glob)))
        .containsExactlyInAnyOrder(
            overlap(Overlap.Kind.TIED, glob, target("/db/*")),
            overlap(Overlap.Kind.BEATS, glob, target("/db/main")));
  }

  @Test
  void neitherItselfNorWhatLiesElsewhereIsAWarning() {
    Policy before = policy("new");
    Policy staging = of("staging", new Target(new EnvironmentId("staging"), new PathGlob("/**")));
    assertThat(Overlap.of(policy("new"), List.of(before, staging))).isEmpty();
    assertThat(Overlap.of(on("/db", before), List.of(on("/web", WHOLE)))).isEmpty();
  }

  @Test
  void thereIsNoneExactlyWhereNoDocumentHasBoth() {
    Cases.each(
        2_000,
        random -> {
          Policy one = of("one", some(random));
          Policy other = of("other", some(random));
          assertThat(Overlap.of(one, List.of(other)).isEmpty())
              .as("%s %s", one.targets(), other.targets())
              .isEqualTo(documents().noneMatch(each -> one.covers(each) && other.covers(each)));
        });
  }

  @Test
  void onAnExactPathItSaysWhatRuleThreeSays() {
    Cases.each(
        2_000,
        random -> {
          Policy one = of("one", some(random));
          Policy other = of("other", some(random));
          for (Overlap overlap : Overlap.of(one, List.of(other))) {
            overlap.places().stream()
                .filter(each -> each.path().exact())
                .map(each -> Rulebook.document(each.path().value()))
                .forEach(
                    each ->
                        assertThat(overlap.kind())
                            .as("%s of %s and %s", each, one.targets(), other.targets())
                            .isEqualTo(kind(Governing.of(List.of(one, other), each), one)));
          }
        });
  }

  private static Overlap.Kind kind(List<Policy> governing, Policy one) {
    if (governing.size() == 2) {
      return Overlap.Kind.TIED;
    }
    return governing.contains(one) ? Overlap.Kind.BEATS : Overlap.Kind.BEATEN;
  }

  private static Target[] some(RandomGenerator random) {
    List<Target> targets = new ArrayList<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      targets.add(target(Cases.oneOf(random, GLOBS)));
    }
    return targets.toArray(Target[]::new);
  }

  private static Stream<DocumentId> documents() {
    return Stream.of("/a", "/b", "/a/a", "/a/b", "/b/b", "/b/a", "/a/b/a")
        .map(path -> new DocumentId(Rulebook.PROD, new DocumentPath(path)));
  }

  private static Overlap overlap(Overlap.Kind kind, Policy other, Target... places) {
    return new Overlap(kind, other, List.of(places));
  }

  private static Target target(String glob) {
    return new Target(Rulebook.PROD, new PathGlob(glob));
  }

  private static Policy of(String id, Target... targets) {
    return on(List.of(targets), policy(id));
  }
}
