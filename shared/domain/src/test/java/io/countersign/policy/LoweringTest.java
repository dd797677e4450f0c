package io.countersign.policy;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.PersonId;
import io.countersign.policy.Lowered.What;
import io.countersign.property.Cases;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is lowered where one policy counts instead of another. */
class LoweringTest {
  private static final Directory PEOPLE = People.directory("ann", "bob", "cem", "dan");
  private static final Policy TWO = policy("two", requirement(2, "ann", "bob", "cem"));
  private static final Policy ONE = policy("one", requirement(1, "ann", "bob", "cem"));

  private static List<Lowered> lowered(Policy policy, Policy... instead) {
    return Lowering.of(
        policy.bind(PEOPLE), Stream.of(instead).map(each -> each.bind(PEOPLE)).toList());
  }

  private static Policy on(Terms terms) {
    return Rulebook.with(ONE, terms);
  }

  private static Terms terms(int declineAfter, Duration pending, @Nullable Duration merge) {
    return new Terms(false, declineAfter, pending, merge, false, new Bypass.Off(), false);
  }

  private static Policy bypass(Bypass bypass) {
    return Rulebook.bypass(bypass, ONE);
  }

  private static Bypass chosen(String... names) {
    return new Bypass.Chosen(People.ids(names), new TreeSet<GroupId>());
  }

  @Test
  void whereNobodyIsAskedNoApprovalIsNeeded() {
    assertThat(lowered(TWO)).containsExactly(new Lowered(What.APPROVALS, "2", "0"));
  }

  @Test
  void theSameAndMoreLowerNothing() {
    assertThat(lowered(TWO, TWO)).isEmpty();
    assertThat(lowered(ONE, TWO)).isEmpty();
    assertThat(lowered(TWO, policy("all", requirement(3, "ann", "bob", "cem")))).isEmpty();
    assertThat(lowered(TWO, policy("few", requirement(2, "ann", "bob")))).isEmpty();
    assertThat(lowered(ONE, policy("more", requirement(1, "ann"), requirement(1, "dan"))))
        .isEmpty();
  }

  @Test
  void fewerApprovals() {
    assertThat(lowered(TWO, ONE)).containsExactly(new Lowered(What.APPROVALS, "2", "1"));
    assertThat(lowered(TWO, ONE).getFirst().message())
        .isEqualTo("approvals needed: 1 instead of 2");
  }

  @Test
  void othersWhoMayApprove() {
    assertThat(lowered(ONE, policy("wide", requirement(1, "ann", "dan"))))
        .containsExactly(new Lowered(What.APPROVERS, "ann, bob, cem", "ann, dan"));
  }

  @Test
  void asManyOfTheSamePeopleButNotOfEachSet() {
    Policy each = policy("each", requirement(1, "ann"), requirement(1, "bob", "cem"));
    assertThat(lowered(each, TWO))
        .containsExactly(
            new Lowered(What.REQUIREMENTS, "1 of ann and 1 of bob, cem", "2 of ann, bob, cem"));
    assertThat(lowered(TWO, each)).isEmpty();
  }

  @Test
  void ofSeveralTheMostIsAskedFor() {
    Policy dan = policy("dan", requirement(1, "dan"));
    assertThat(lowered(TWO, dan, TWO)).isEmpty();
    assertThat(lowered(policy("three", requirement(3, "ann", "bob", "cem")), dan, TWO))
        .containsExactly(new Lowered(What.APPROVALS, "3", "2"));
  }

  @Test
  void whereNothingIsLoweredWhoeverAgreesNowWouldHaveThen() {
    Cases.each(
        3_000,
        random -> {
          BoundPolicy before = some(random).bind(PEOPLE);
          BoundPolicy now = some(random).bind(PEOPLE);
          boolean silent = Lowering.of(before, List.of(now)).isEmpty();
          for (Set<PersonId> voters : subsets()) {
            if (silent && now.satisfiableBy(voters)) {
              assertThat(before.satisfiableBy(voters)).as("%s %s", before, now).isTrue();
            }
          }
        });
  }

  private static Policy some(RandomGenerator random) {
    List<Requirement> requirements = new ArrayList<>();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      Set<PersonId> people = Cases.oneOf(random, subsets());
      requirements.add(
          requirement(
              1 + random.nextInt(2), people.stream().map(PersonId::value).toArray(String[]::new)));
    }
    return policy("some", requirements.toArray(Requirement[]::new));
  }

  private static List<Set<PersonId>> subsets() {
    List<PersonId> all = List.copyOf(PEOPLE.people().keySet());
    List<Set<PersonId>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<PersonId> subset = new TreeSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  @Test
  void authorsWhoApproveTheirOwn() {
    assertThat(lowered(ONE, Rulebook.selfApproval(ONE)))
        .containsExactly(new Lowered(What.SELF_APPROVAL, "no", "yes"));
    assertThat(lowered(ONE, Rulebook.selfApproval(ONE), ONE)).isEmpty();
    assertThat(lowered(Rulebook.selfApproval(ONE), ONE)).isEmpty();
  }

  @Test
  void moreRejectionsToEndIt() {
    assertThat(lowered(ONE, Rulebook.declineAfter(3, ONE)))
        .containsExactly(new Lowered(What.DECLINE_AFTER, "1", "3"));
    assertThat(lowered(ONE, Rulebook.declineAfter(3, ONE), ONE)).isEmpty();
    assertThat(lowered(Rulebook.declineAfter(3, ONE), ONE)).isEmpty();
  }

  @Test
  void moreTime() {
    Duration day = Duration.ofDays(1);
    Duration week = Duration.ofDays(7);
    assertThat(lowered(on(terms(1, day, null)), on(terms(1, week, null))))
        .containsExactly(new Lowered(What.PENDING_FOR, "PT24H", "PT168H"));
    assertThat(lowered(on(terms(1, week, day)), on(terms(1, week, null))))
        .containsExactly(new Lowered(What.MERGE_WITHIN, "PT24H", "PT168H"));
    assertThat(lowered(on(terms(1, day, null)), on(terms(1, day, week))))
        .containsExactly(new Lowered(What.MERGE_WITHIN, "PT24H", "PT168H"));
    assertThat(lowered(on(terms(1, week, null)), on(terms(1, day, day)))).isEmpty();
  }

  @Test
  void aWiderBypass() {
    Policy anyone = bypass(new Bypass.Anyone());
    Policy ann = bypass(chosen("ann"));
    Policy both = bypass(chosen("ann", "bob"));
    assertThat(lowered(ONE, anyone)).containsExactly(new Lowered(What.BYPASS, "nobody", "anyone"));
    assertThat(lowered(ONE, ann)).containsExactly(new Lowered(What.BYPASS, "nobody", "ann"));
    assertThat(lowered(ann, both)).containsExactly(new Lowered(What.BYPASS, "ann", "ann, bob"));
    assertThat(lowered(ONE, anyone, ann))
        .containsExactly(new Lowered(What.BYPASS, "nobody", "ann"));
    assertThat(lowered(both, ann)).isEmpty();
    assertThat(lowered(anyone, both)).isEmpty();
    assertThat(lowered(ann, ONE)).isEmpty();
    assertThat(lowered(bypass(chosen("eve")), anyone))
        .containsExactly(new Lowered(What.BYPASS, "nobody", "anyone"));
    assertThat(lowered(anyone, anyone)).isEmpty();
    assertThat(lowered(ONE, anyone, ONE)).isEmpty();
  }

  @Test
  void mergesByThemselvesAndValuesShown() {
    Terms strict = Terms.STRICT;
    Terms automatic = new Terms(false, 1, Terms.USUAL, null, true, new Bypass.Off(), false);
    assertThat(lowered(ONE, on(automatic)))
        .containsExactly(new Lowered(What.AUTO_MERGE, "no", "yes"));
    assertThat(lowered(ONE, on(strict.revealing())))
        .containsExactly(new Lowered(What.APPROVERS_MAY_REVEAL, "no", "yes"));
    assertThat(lowered(on(strict.revealing()), on(strict.revealing()))).isEmpty();
    assertThat(lowered(on(automatic), on(automatic))).isEmpty();
  }

  @Test
  void votesWithoutASignIn() {
    Policy byMail = Rulebook.byMail(ONE);
    assertThat(lowered(ONE, byMail)).containsExactly(new Lowered(What.LINK_VOTING, "no", "yes"));
    assertThat(lowered(ONE, byMail, ONE)).isEmpty();
    assertThat(lowered(byMail, byMail)).isEmpty();
    assertThat(lowered(byMail, ONE)).isEmpty();
  }

  @Test
  void eachIsNamedAsTheFieldOfAPolicy() {
    assertThat(What.values())
        .extracting(What::code)
        .containsExactly(
            "approvals",
            "approvers",
            "requirements",
            "selfApproval",
            "declineAfter",
            "pendingFor",
            "mergeWithin",
            "autoMerge",
            "bypass",
            "approversMayReveal",
            "linkVoting",
            "maxDuration",
            "reasonRequired");
    assertThat(Lowered.of(What.AUTO_MERGE, true, false).message())
        .isEqualTo("agreed requests merge by themselves: no instead of yes");
  }

  @Test
  void accessThatLastsLongerOrNeedsNoReasonIsLowered() {
    Policy hours = access(2, true);
    assertThat(lowered(hours, access(1, true))).isEmpty();
    assertThat(lowered(hours, access(2, true))).isEmpty();
    assertThat(lowered(hours, access(3, true)))
        .containsExactly(new Lowered(What.MAX_DURATION, "PT2H", "PT3H"));
    assertThat(lowered(hours, access(2, false)))
        .containsExactly(new Lowered(What.REASON_REQUIRED, "no", "yes"));
    assertThat(lowered(access(2, false), hours)).isEmpty();
  }

  private static Policy access(int hours, boolean reason) {
    return on(Terms.STRICT.with(new AccessTerms(Duration.ofHours(hours), reason)));
  }
}
