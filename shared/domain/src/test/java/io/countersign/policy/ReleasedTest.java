package io.countersign.policy;

import static io.countersign.sample.Rulebook.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a policy counts no longer, and what does in its place. */
class ReleasedTest {
  private static final Policy WHOLE = policy("whole");

  @Test
  void whoKeepsEveryPlaceReleasesNone() {
    Policy two = on("mine", "/db/**", "/web");
    assertThat(Released.of(two, two, List.of(two, WHOLE))).isEmpty();
    assertThat(Released.of(two, on("mine", "/**"), List.of(two))).isEmpty();
    assertThat(Released.of(two, on("mine", "/db/**", "/*"), List.of(two))).isEmpty();
  }

  @Test
  void narrowerTargetsReleaseTheRest() {
    Policy narrow = on("whole", "/db/**", "/web");
    Released released = one(Released.of(WHOLE, narrow, List.of(WHOLE)));
    assertThat(released)
        .isEqualTo(
            new Released(target("/**"), List.of(target("/db/**"), target("/web")), List.of()));
    assertThat(released.message())
        .isEqualTo(
            "On prod:/** except for prod:/db/**, prod:/web this policy no longer counts, and what"
                + " no other policy covers there changes without approval.");
  }

  @Test
  void whatCoversAllOfThePlaceCountsThere() {
    Policy exact = on("mine", "/db/main");
    Policy glob = on("glob", "/db/*");
    Policy other = on("other", "/*/main");
    Released released = one(Released.of(exact, null, List.of(exact, WHOLE, glob, other)));
    assertThat(released.instead()).containsExactly(glob, other);
    assertThat(released.message())
        .isEqualTo("On prod:/db/main this policy no longer counts, and \"glob\" and \"other\" do.");
  }

  @Test
  void whatCoversAPartOfThePlaceProtectsNotAllOfIt() {
    Policy glob = on("glob", "/db/*");
    assertThat(one(Released.of(WHOLE, null, List.of(WHOLE, glob))).instead()).isEmpty();
  }

  @Test
  void whoeverNamesAPlaceLessCloselyThanAnotherReleasesIt() {
    Policy both = on("mine", "/db/main", "/**");
    Policy glob = on("glob", "/db/*");
    Released released = one(Released.of(both, on("mine", "/**"), List.of(both, glob)));
    assertThat(released.place()).isEqualTo(target("/db/main"));
    assertThat(released.instead()).containsExactly(glob);
    assertThat(Released.of(both, on("mine", "/**"), List.of(both, WHOLE))).isEmpty();
  }

  private static Released one(List<Released> released) {
    assertThat(released).hasSize(1);
    return released.getFirst();
  }

  private static Target target(String path) {
    return new Target(Rulebook.PROD, PathGlob.of(path));
  }

  private static Policy on(String id, String... paths) {
    Policy plain = policy(id);
    return new Policy(
        plain.id(),
        id,
        Stream.of(paths).map(ReleasedTest::target).toList(),
        plain.requirements(),
        plain.terms(),
        1);
  }

  @Test
  void oneThatCountsInsteadIsNamedAlone() {
    Policy exact = on("mine", "/db/main");
    assertThat(one(Released.of(exact, null, List.of(exact, on("glob", "/db/*")))).message())
        .isEqualTo("On prod:/db/main this policy no longer counts, and \"glob\" does.");
  }
}
