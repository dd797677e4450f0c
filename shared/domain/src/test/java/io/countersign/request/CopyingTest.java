package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.link.Polling;
import io.countersign.name.PathGlob;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.request.Event.What;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That copying is no way around {@code secrets:reveal}, nor around a policy. */
class CopyingTest {
  private static final DocumentId FROM = Rulebook.document("/from");
  private static final DocumentId TO = Rulebook.document("/to");
  private static final Policy AT_SOURCE =
      Rulebook.on("/from", policy("source", requirement(1, "bob")));
  private static final Policy AT_TARGET =
      Rulebook.on("/to", policy("target", requirement(1, "cem")));

  private static Binding may(String person, String path, Permission... permissions) {
    Role role = new Role(new RoleId("narrow"), Set.of(permissions), 1);
    return new Binding(
        new BindingId(person + path.substring(1)),
        role,
        Rulebook.binding("xx", role, person).holder(),
        Rulebook.PROD,
        PathGlob.of(path),
        1);
  }

  private static Binding proposes(String path) {
    return may("ann", path, Permission.SECRETS_PROPOSE);
  }

  private static Rules rules(List<Policy> policies, Binding... bindings) {
    List<Binding> all = new ArrayList<>(List.of(bindings));
    // Somebody to ask for what is missing.
    all.add(Rulebook.binding("adm", Role.ADMIN, "dan"));
    return Rulebook.rules(policies, all);
  }

  private static Story story(Rules rules) {
    return new Story(rules, People.directory("ann", "bob", "cem", "dan", "eve"));
  }

  private static Story copying(Rules rules) {
    Story story = story(rules);
    accepted(story.copy("ann", FROM, TO));
    return story;
  }

  @Test
  void itNeedsTheRightToProposeWhereItIsCopiedFrom() {
    Story story = story(rules(List.of(AT_SOURCE, AT_TARGET), proposes("/to")));
    var refusal = refusal(story.copy("ann", FROM, TO));
    assertThat(refusal.code()).isEqualTo("may-not-propose");
    assertThat(refusal.message()).contains("/from");
    assertThat(refusal.reasons().getFirst().clearedBy()).isEqualTo(People.ids("dan"));
    assertThat(
            refused(
                story(rules(List.of(AT_SOURCE, AT_TARGET), proposes("/from")))
                    .copy("ann", FROM, TO)))
        .isEqualTo("may-not-propose");
  }

  @Test
  void thePoliciesThereGovernItToo() {
    Story story = copying(rules(List.of(AT_SOURCE, AT_TARGET), proposes("/from"), proposes("/to")));
    story.approve("cem");
    assertThat(story.codes()).containsExactly("approvals-missing");
    story.approve("bob");
    assertThat(story.reasons()).isEmpty();
  }

  @Test
  void aPolicyThatComesLaterGovernsItToo() {
    Binding reveals = may("ann", "/from", Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);
    Story story = copying(rules(List.of(AT_TARGET), reveals, proposes("/to")));
    story.approve("cem");
    assertThat(story.reasons()).isEmpty();
    story.rules(rules(List.of(AT_SOURCE, AT_TARGET), reveals, proposes("/to")));
    assertThat(story.codes()).containsExactly("approvals-missing");
  }

  @Test
  void whereNoneDoesItsAuthorHasToBeLetSeeTheValue() {
    Rules blind = rules(List.of(AT_TARGET), proposes("/from"), proposes("/to"));
    var refusal = refusal(story(blind).copy("ann", FROM, TO));
    assertThat(refusal.code()).isEqualTo("permission-missing");
    assertThat(refusal.message())
        .isEqualTo(
            "You need the permission secrets:reveal on prod:/from to copy from it, as no policy"
                + " governs it.");
    assertThat(refusal.reasons().getFirst().clearedBy()).isEqualTo(People.ids("dan"));
    Binding reveals = may("ann", "/from", Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);
    accepted(story(rules(List.of(AT_TARGET), reveals, proposes("/to"))).copy("ann", FROM, TO));
  }

  @Test
  void withinADocumentItIsAChangeOfThatAndNothingMore() {
    assertThat(accepted(story(rules(List.of(), proposes("/to"))).copy("ann", TO, TO)))
        .containsExactly("Submitted", "MergeStarted");
  }

  @Test
  void itsAuthorHasToBeEntitledThereWhenItIsMerged() {
    Policy open = Rulebook.bypass(new Bypass.Anyone(), AT_TARGET);
    Policy wide = Rulebook.bypass(new Bypass.Anyone(), AT_SOURCE);
    Story story = copying(rules(List.of(wide, open), proposes("/from"), proposes("/to")));
    story.rules(rules(List.of(wide, open), proposes("/to")));
    assertThat(refused(story.bypass("ann", "It is an emergency.")))
        .isEqualTo("author-not-entitled");
    story.approve("bob");
    story.approve("cem");
    assertThat(story.codes()).containsExactly("author-not-entitled");
    assertThat(story.reasons().getFirst().clearedBy()).isEqualTo(People.ids("dan"));
    assertThat(story.clearing().of(story.reasons()).getFirst().clearedBy())
        .isEqualTo(People.ids("dan"));
  }

  @Test
  void thePoliciesThereHaveToLetItBeBypassed() {
    Policy open = Rulebook.bypass(new Bypass.Anyone(), AT_TARGET);
    Story story = copying(rules(List.of(AT_SOURCE, open), proposes("/from"), proposes("/to")));
    assertThat(refused(story.bypass("ann", "It is an emergency."))).isEqualTo("may-not-bypass");
  }

  @Test
  void thePoliciesThereHaveToLetItBeVotedOnByMail() {
    Policy byMail = Rulebook.byMail(AT_TARGET);
    Binding reveals = may("ann", "/from", Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);
    Story story = copying(rules(List.of(byMail), reveals, proposes("/to")));
    assertThat(polling(story).admits(People.id("cem"), story.now())).isTrue();
    story.rules(rules(List.of(AT_SOURCE, byMail), reveals, proposes("/to")));
    assertThat(polling(story).admits(People.id("cem"), story.now())).isFalse();
  }

  private static Polling polling(Story story) {
    return new Polling(story.state(), story.revision(), story.rules(), story.directory());
  }

  @Test
  void itIsShownOnlyToWhoIsShownWhatIsThereWhereItIsCopiedFrom() {
    Binding target = may("eve", "/to", Permission.SECRETS_REVEAL, Permission.REQUESTS_READ);
    Binding source = may("eve", "/from", Permission.SECRETS_REVEAL);
    List<Policy> both = List.of(AT_SOURCE, AT_TARGET);
    Story story = copying(rules(both, proposes("/from"), proposes("/to"), target));
    var refusal = refusal(story.reveal("eve", TO, "PASSWORD"));
    assertThat(refusal.code()).isEqualTo("permission-missing");
    assertThat(refusal.message()).contains("secrets:reveal on prod:/from");
    assertThat(refusal.reasons().getFirst().clearedBy()).isEqualTo(People.ids("dan"));
    story.rules(rules(both, proposes("/from"), proposes("/to"), target, source));
    assertThat(whats(story.reveal("eve", TO, "PASSWORD")))
        .containsExactly(What.PROPOSED, What.CURRENT);
  }

  @Test
  void thatAPolicyShowsApproversWhatIsProposedIsNotEnoughToShowWhatWasThereAlready() {
    Policy open = Rulebook.with(AT_TARGET, AT_TARGET.terms().revealing());
    Story story = story(rules(List.of(open), proposes("/to")));
    accepted(story.copy("ann", TO, TO));
    assertThat(refusal(story.reveal("cem", TO, "PASSWORD")).message())
        .isEqualTo("You need the permission secrets:reveal on prod:/to.");
    Binding source = may("cem", "/from", Permission.SECRETS_REVEAL);
    Policy also = Rulebook.with(AT_SOURCE, AT_SOURCE.terms().revealing());
    Story elsewhere =
        copying(rules(List.of(also, open), proposes("/from"), proposes("/to"), source));
    assertThat(whats(elsewhere.reveal("cem", TO, "PASSWORD"))).containsExactly(What.PROPOSED);
    assertThat(refused(elsewhere.reveal("bob", TO, "PASSWORD"))).isEqualTo("permission-missing");
  }

  private static List<What> whats(Outcome outcome) {
    accepted(outcome);
    return ((Outcome.Accepted) outcome)
        .events().stream().map(each -> ((Event.Revealed) each).what()).toList();
  }
}
