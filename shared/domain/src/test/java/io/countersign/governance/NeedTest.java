package io.countersign.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Bypass;
import io.countersign.policy.Lowered;
import io.countersign.policy.Policy;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change of secrets needs before and after a change of rules. */
class NeedTest {
  private static final Basis BASIS = Charter.basis();

  private static Need after(Edit... edits) {
    return Need.of(Rulebook.DB, BASIS, BASIS.with(List.of(edits)));
  }

  private static List<String> words(List<BoundPolicy> policies) {
    return Need.words(policies, id -> id.value());
  }

  private static List<Lowered.What> lowers(Need need) {
    return need.lowers().stream().map(Lowered::what).toList();
  }

  @Test
  void aPolicyThatAsksForFewerLowersWhatIsNeeded() {
    Need need =
        after(
            Charter.policy(
                Charter.SECRETS, Rulebook.edited(Charter.SECRETS, Rulebook.requirement(1, "amy"))));
    assertThat(words(need.before())).containsExactly("two-of-us: 2 of amy, dan, pat");
    assertThat(words(need.after())).containsExactly("two-of-us: 1 of amy");
    assertThat(lowers(need)).containsExactly(Lowered.What.APPROVALS);
    assertThat(need.differs()).isTrue();
  }

  @Test
  void whoJoinsAGroupIsAskedToo() {
    Need need =
        after(new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan")));
    assertThat(words(need.after())).containsExactly("two-of-us: 2 of amy, bob, dan, pat");
    assertThat(need.differs()).isTrue();
    assertThat(lowers(need)).containsExactly(Lowered.What.APPROVERS);
  }

  @Test
  void whoLeavesAGroupIsAskedNoMore() {
    Need need = after(new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2)));
    assertThat(words(need.after())).containsExactly("two-of-us: 2 of amy, pat");
    assertThat(need.lowers()).isEmpty();
    assertThat(need.differs()).isTrue();
  }

  @Test
  void withoutItsPolicyNobodyIsAsked() {
    Need need = after(Charter.policy(Charter.SECRETS, null));
    assertThat(need.after()).isEmpty();
    assertThat(lowers(need)).containsExactly(Lowered.What.APPROVALS);
    assertThat(need.differs()).isTrue();
  }

  @Test
  void whatIsLoweredByAllPoliciesIsSaidOnce() {
    Policy second = Rulebook.policy("two-more", Rulebook.requirement(2, "amy", "bob"));
    Basis both = BASIS.with(Charter.policy(null, second));
    Need need =
        Need.of(
            Rulebook.DB,
            both,
            both.with(
                List.of(Charter.policy(Charter.SECRETS, null), Charter.policy(second, null))));
    assertThat(words(need.before()))
        .containsExactly("two-more: 2 of amy, bob", "two-of-us: 2 of amy, dan, pat");
    assertThat(lowers(need)).containsExactly(Lowered.What.APPROVALS);
  }

  @Test
  void termsAloneLowerItToo() {
    Need need =
        after(
            Charter.policy(Charter.SECRETS, Rulebook.bypass(new Bypass.Anyone(), Charter.SECRETS)));
    assertThat(words(need.after())).isEqualTo(words(need.before()));
    assertThat(lowers(need)).containsExactly(Lowered.What.BYPASS);
    assertThat(need.differs()).isTrue();
  }

  @Test
  void whatHasNothingToDoWithItChangesNothing() {
    Need need = after(Charter.additions().get(7));
    assertThat(need.differs()).isFalse();
    assertThat(need.before()).isEqualTo(need.after()).hasSize(1);
    assertThat(Need.of(Rulebook.DB, BASIS, BASIS).differs()).isFalse();
  }

  @Test
  void everySetIsSaidAndNobodyWhereItIsEmpty() {
    Policy sets =
        Rulebook.policy("sets", Rulebook.requirement(1, "amy", "pat"), Rulebook.requirement(2));
    assertThat(words(List.of(sets.bind(BASIS.directory()))))
        .containsExactly("sets: 1 of amy, pat and 2 of nobody");
  }

  @Test
  void anOpenRequestNeedsWhatGovernsItThen() {
    Policy governors = Charter.asking("governors", Rulebook.requirement(1, "pat"));
    Edit written = Charter.policy(null, governors);
    Revision revision =
        Revision.sealed(
            Proposals.ONE,
            "",
            People.id("pia"),
            "title",
            "",
            AnyEdit.alone(Rulebook.PAYMENTS, List.of(Charter.policy(Charter.SECRETS, null))),
            List.of(),
            BASIS.directory(),
            Proposals.NOON);
    Need need = Need.of(revision, BASIS, BASIS.with(written));
    assertThat(words(need.before()))
        .containsExactly("One other admin of Payments: 1 of ada, amy, pat, pia");
    assertThat(words(need.after())).containsExactly("governors: 1 of pat");
    assertThat(need.lowers()).isEmpty();
    Revision secrets = Proposals.revision(People.ids("dan"), List.of(), Rulebook.DB);
    assertThat(words(Need.of(secrets, BASIS, BASIS).before()))
        .containsExactly("two-of-us: 2 of amy, dan, pat");
  }
}
