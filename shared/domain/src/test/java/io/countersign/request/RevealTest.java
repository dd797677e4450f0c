package io.countersign.request;

import static io.countersign.sample.People.person;
import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Event.What;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is shown values, and that it never goes by without a record. */
class RevealTest {
  private static final Policy SILENT = policy("one", requirement(1, "bob", "cem"));
  private static final Policy OPEN = Rulebook.with(SILENT, SILENT.terms().revealing());
  private static final Binding AUTHOR = binding("dev", Role.DEVELOPER, "ann");
  private static final Binding ADMIN = binding("adm", Role.ADMIN, "dan");

  private static Story story(List<Policy> policies, Binding... more) {
    Story story =
        new Story(
            Rulebook.rules(policies, List.of(more)),
            People.directory("ann", "bob", "cem", "dan", "eve"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static List<What> shown(Outcome outcome) {
    return outcome instanceof Outcome.Accepted(List<Event> events)
        ? events.stream().map(each -> ((Event.Revealed) each).what()).toList()
        : List.of();
  }

  private static List<String> codes(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refusal)
        ? refusal.reasons().stream().map(Reason::code).toList()
        : List.of();
  }

  @Test
  void whoHasThePermissionThereIsShownBothValues() {
    Story story = story(List.of(SILENT), AUTHOR, ADMIN);
    Outcome outcome = story.reveal("dan", "PASSWORD");
    assertThat(shown(outcome)).containsExactly(What.PROPOSED, What.CURRENT);
    assertThat(story.events().getLast())
        .isEqualTo(new Event.Revealed(People.id("dan"), Rulebook.DB, "PASSWORD", What.CURRENT));
    assertThat(story.state().sequence()).isEqualTo(3);
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void thePermissionSomewhereElseIsNone() {
    Binding narrow =
        new Binding(
            ADMIN.id(), Role.ADMIN, ADMIN.holder(), Rulebook.PROD, PathGlob.of("/other"), 1);
    Binding reads = binding("read", Role.VIEWER, "dan");
    Story story = story(List.of(SILENT), AUTHOR, narrow, reads);
    assertThat(refused(story.reveal("dan", "PASSWORD"))).isEqualTo("permission-missing");
  }

  @Test
  void whoMayNotKnowOfTheRequestIsToldThatThereIsNone() {
    Story story = story(List.of(SILENT), AUTHOR);
    assertThat(refused(story.reveal("eve", "PASSWORD"))).isEqualTo("not-found");
  }

  @Test
  void anAuthorIsNotShownWhatTheyProposed() {
    Story story = story(List.of(OPEN), AUTHOR, ADMIN);
    Outcome outcome = story.reveal("ann", "PASSWORD");
    assertThat(refused(outcome)).isEqualTo("permission-missing");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            no ->
                assertThat(no.refusal().reasons().getFirst().clearedBy())
                    .isEqualTo(People.ids("dan")));
  }

  @Test
  void anApproverIsShownWhatIsProposedAndNoMoreWhereThePolicySaysSo() {
    assertThat(shown(story(List.of(OPEN), AUTHOR).reveal("bob", "PASSWORD")))
        .containsExactly(What.PROPOSED);
    Outcome outcome = story(List.of(SILENT), AUTHOR, ADMIN).reveal("bob", "PASSWORD");
    assertThat(codes(outcome)).containsExactly("permission-missing", "approvers-may-not-reveal");
  }

  @Test
  void everyPolicyOfTheRequestMustSaySo() {
    Policy other = policy("two", requirement(1, "bob", "dan"));
    assertThat(codes(story(List.of(OPEN, other), AUTHOR).reveal("bob", "PASSWORD")))
        .containsExactly("permission-missing", "approvers-may-not-reveal");
  }

  @Test
  void thePoliciesAsTheyAreNowMustSaySoToo() {
    for (List<Policy> live : List.of(List.of(SILENT), List.<Policy>of())) {
      Story story = story(List.of(OPEN), AUTHOR);
      story.rules(Rulebook.rules(live, List.of(AUTHOR)));
      assertThat(refused(story.reveal("bob", "PASSWORD"))).isEqualTo("permission-missing");
    }
    Story story = story(List.of(SILENT), AUTHOR);
    story.rules(Rulebook.rules(List.of(OPEN), List.of(AUTHOR)));
    assertThat(refused(story.reveal("bob", "PASSWORD"))).isEqualTo("permission-missing");
  }

  @Test
  void whoIsNoApproverAnyMoreIsNotShownIt() {
    Story taken = story(List.of(OPEN), AUTHOR);
    Rules without =
        Rulebook.rules(List.of(Rulebook.edited(OPEN, requirement(1, "cem"))), List.of(AUTHOR));
    taken.rules(without);
    assertThat(codes(taken.reveal("bob", "PASSWORD"))).containsExactly("permission-missing");
    Story left =
        story(
            List.of(
                Rulebook.with(
                    policy("one", requirement(1, "@team", "cem")), SILENT.terms().revealing())),
            AUTHOR);
    left.people(person("ann"), person("bob"), person("cem"));
    assertThat(refused(left.reveal("bob", "PASSWORD"))).isEqualTo("not-found");
  }

  @Test
  void whoWasNoApproverWhenItWasProposedIsNotShownIt() {
    Story story = story(List.of(OPEN), AUTHOR);
    story.rules(
        Rulebook.rules(
            List.of(Rulebook.edited(OPEN, requirement(1, "bob", "dan"))),
            List.of(AUTHOR, binding("view", Role.VIEWER, "dan"))));
    assertThat(shown(story.reveal("bob", "PASSWORD"))).containsExactly(What.PROPOSED);
    assertThat(codes(story.reveal("dan", "PASSWORD"))).containsExactly("permission-missing");
  }

  @Test
  void onlyWhatTheRequestChangesIsShown() {
    Story story = story(List.of(SILENT), AUTHOR, ADMIN);
    assertThat(refused(story.reveal("dan", "OTHER"))).isEqualTo("not-in-request");
    DocumentId other = Rulebook.document("/other");
    assertThat(refused(story.reveal("dan", other, "PASSWORD"))).isEqualTo("not-in-request");
  }

  @Test
  void whatTheRequestDoesNotChangeIsNamedByItsField() {
    Story story = story(List.of(SILENT), AUTHOR, ADMIN);
    DocumentId elsewhere = new DocumentId(new EnvironmentId("staging"), Rulebook.DB.path());
    assertThat(refusal(story.reveal("dan", "OTHER")).field()).isEqualTo("key");
    assertThat(refusal(story.reveal("dan", Rulebook.document("/other"), "PASSWORD")).field())
        .isEqualTo("path");
    assertThat(refusal(story.reveal("dan", elsewhere, "PASSWORD")).field())
        .isEqualTo("environment");
  }

  @Test
  void whenARequestHasEndedItsValuesAreGone() {
    Story withdrawn = story(List.of(SILENT), AUTHOR, ADMIN);
    withdrawn.withdraw("ann");
    assertThat(refused(withdrawn.reveal("dan", "PASSWORD"))).isEqualTo("values-gone");
    Story overdue = story(List.of(SILENT), AUTHOR, ADMIN);
    overdue.later(Duration.ofDays(14));
    assertThat(refused(overdue.reveal("dan", "PASSWORD"))).isEqualTo("values-gone");
  }

  @Test
  void whileItIsBeingMergedNothingIsShownAndAfterAFailureItIs() {
    Story story = story(List.of(SILENT), AUTHOR, ADMIN);
    story.approve("bob");
    story.merge("ann");
    assertThat(refused(story.reveal("dan", "PASSWORD"))).isEqualTo("merging");
    story.take(
        new Command.Fail(
            List.of(new Remains(Rulebook.DB, Remains.State.HELD, "v2", "It holds the change."))));
    assertThat(shown(story.reveal("dan", "PASSWORD"))).hasSize(2);
    assertThat(story.state().status()).isEqualTo(Status.FAILED);
  }
}
