package io.countersign.policy;

import static io.countersign.sample.AccessRules.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.property.Cases;
import io.countersign.sample.AccessRules;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whose policies say who may have access to all of a place, against every document there: it asks
 * everybody who counts at any of them, or nobody at all where one has none.
 */
class ThroughoutModelTest {
  private static final List<String> PARTS = List.of("a", "b", "*", "**");
  private static final List<EnvironmentId> BOTH = List.of(Rulebook.PROD, Rulebook.STAGING);

  /** All paths of up to three segments, of which the last of the three names is in no glob. */
  private static final List<DocumentId> DOCUMENTS = documents();

  private static List<DocumentId> documents() {
    List<String> paths = new ArrayList<>();
    List<String> longest = List.of("");
    for (int length = 1; length <= 3; length++) {
      longest =
          longest.stream()
              .flatMap(each -> Stream.of("a", "b", "c").map(part -> each + "/" + part))
              .toList();
      paths.addAll(longest);
    }
    return BOTH.stream()
        .flatMap(in -> paths.stream().map(path -> new DocumentId(in, new DocumentPath(path))))
        .toList();
  }

  private static Target target(RandomGenerator random) {
    String glob =
        Stream.generate(() -> "/" + Cases.oneOf(random, PARTS))
            .limit(1 + random.nextInt(3))
            .collect(Collectors.joining())
            .replaceAll("(/\\*\\*)+", "/**");
    return new Target(
        random.nextInt(8) == 0 ? Rulebook.STAGING : Rulebook.PROD,
        random.nextInt(5) == 0 ? PathGlob.ALL : new PathGlob(glob));
  }

  private static Policy policy(RandomGenerator random, int number) {
    List<Target> targets =
        Stream.generate(() -> target(random)).limit(1 + random.nextInt(2)).toList();
    return policy("policy-" + number, targets);
  }

  private static Policy policy(String id, List<Target> targets) {
    return new Policy(
        new PolicyId(id),
        Kind.ACCESS,
        id,
        targets,
        List.of(),
        AccessRules.TERMS,
        Collections.emptySortedSet(),
        1);
  }

  private static SortedSet<PolicyId> ids(List<Policy> policies) {
    return policies.stream().map(Policy::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private int asked;
  private int none;
  private int exactly;

  @Test
  void everyPolicyThatCountsSomewhereThereHasASayAndNoneWhereNothingCounts() {
    Cases.each(
        20_000,
        random -> {
          List<Policy> policies = new ArrayList<>();
          int many = random.nextInt(5);
          for (int number = 0; number < many; number++) {
            policies.add(policy(random, number));
          }
          Collections.shuffle(policies, new Random(random.nextLong()));
          check(policies, target(random));
        });
    assertThat(asked).as("places that are governed").isGreaterThan(2_000);
    assertThat(none).as("places that are not").isGreaterThan(2_000);
    assertThat(exactly).as("of just those who count somewhere").isGreaterThan(2_000);
  }

  private void check(List<Policy> policies, Target place) {
    List<Policy> answer = Governing.throughout(policies, place);
    List<DocumentId> there = DOCUMENTS.stream().filter(place::covers).toList();
    SortedSet<PolicyId> counting = new TreeSet<>();
    boolean bare = false;
    for (DocumentId each : there) {
      List<Policy> of = Governing.of(policies, each);
      counting.addAll(ids(of));
      bare |= of.isEmpty();
    }
    assertThat(answer).isSortedAccordingTo(Comparator.comparing(Policy::id));
    assertThat(answer).doesNotHaveDuplicates().isSubsetOf(policies);
    if (bare) {
      assertThat(answer).as("%s of %s", place, policies).isEmpty();
    } else if (!answer.isEmpty()) {
      assertThat(ids(answer)).as("%s of %s", place, policies).containsAll(counting);
    }
    if (answer.isEmpty()) {
      none++;
    } else {
      asked++;
      exactly += ids(answer).equals(counting) ? 1 : 0;
    }
  }

  @Test
  void ofOneDocumentItIsJustThoseOfTheDocument() {
    Cases.each(
        5_000,
        random -> {
          List<Policy> policies = List.of(policy(random, 1), policy(random, 2), policy(random, 3));
          DocumentId document = Cases.oneOf(random, DOCUMENTS);
          Target place = new Target(document.environment(), new PathGlob(document.path().value()));
          assertThat(Set.copyOf(Governing.throughout(policies, place)))
              .isEqualTo(Set.copyOf(Governing.of(policies, document)));
        });
  }

  @Test
  void whatIsClosestSomewhereThereHasASayBesideWhatCoversAllOfIt() {
    Policy whole = policy("whole", List.of(at("/**")));
    Policy below = policy("below", List.of(at("/db/**")));
    Policy exact = policy("exact", List.of(at("/db/main")));
    List<Policy> all = List.of(whole, exact, below);
    assertThat(Governing.throughout(all, at("/**"))).containsExactly(below, exact, whole);
    assertThat(Governing.throughout(all, at("/db/**"))).containsExactly(below, exact);
    assertThat(Governing.throughout(all, at("/db/main"))).containsExactly(exact);
    assertThat(Governing.throughout(all, at("/web/*"))).containsExactly(whole);
    assertThat(Governing.throughout(all, new Target(Rulebook.STAGING, new PathGlob("/db/main"))))
        .isEmpty();
  }

  @Test
  void aPlaceThatOnlySeveralTargetsTogetherCoverCountsAsNotCovered() {
    // Stricter than it has to be: every document of it has its policy.
    Policy flat = policy("flat", List.of(at("/*"), at("/*/*")));
    Policy deep = policy("deep", List.of(at("/*/*/**")));
    List<Policy> both = List.of(flat, deep);
    assertThat(DOCUMENTS.stream().filter(at("/**")::covers))
        .isNotEmpty()
        .noneMatch(each -> Governing.of(both, each).isEmpty());
    assertThat(Governing.throughout(both, at("/**"))).isEmpty();
  }

  @Test
  void whoeverCountsNowhereForBeingBeatenEverywhereMayBeAskedAllTheSame() {
    // Stricter than it has to be: the closer policy names every document that both cover.
    Policy below = policy("below", List.of(at("/db/**")));
    Policy main = policy("main", List.of(at("/db/main")));
    Policy odd = policy("odd", List.of(at("/*/main")));
    List<Policy> all = List.of(below, main, odd);
    assertThat(Governing.of(all, Rulebook.document("/db/main"))).containsExactly(main);
    assertThat(Governing.of(all, Rulebook.document("/db/other"))).containsExactly(below);
    assertThat(Governing.throughout(all, at("/db/**"))).containsExactly(below, main, odd);
  }
}
