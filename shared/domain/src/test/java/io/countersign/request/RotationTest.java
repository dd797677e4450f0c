package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.MachineId;
import io.countersign.explain.Refusal;
import io.countersign.policy.Bypass;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that a rotation writes are left alone (design §5). */
class RotationTest {
  private static final Rules PLAIN =
      Rulebook.rules(List.of(policy("one", requirement(1, "bob"))), "ann");

  private static Story story(Rules rules) {
    return new Story(rules, People.directory("ann", "bob"));
  }

  @Test
  void aChangeOfARotatedKeyIsRefusedWhereItIsRotated() {
    Outcome outcome =
        story(Rulebook.rotating(PLAIN, "/db/**", "PASSWORD")).submit("ann", Rulebook.DB);
    Refusal refusal = refusal(outcome);
    assertThat(refusal.because()).isEqualTo(Refusal.Because.RULE);
    assertThat(refusal.code()).isEqualTo("key-rotated");
    assertThat(refusal.message()).contains("PASSWORD", "prod:/db");
  }

  @Test
  void otherKeysAndOtherPathsCanBeChanged() {
    for (Rules rules :
        List.of(
            Rulebook.rotating(PLAIN, "/db/**", "OTHER"),
            Rulebook.rotating(PLAIN, "/db/*", "PASSWORD"))) {
      assertThat(accepted(story(rules).submit("ann", Rulebook.DB))).containsExactly("Submitted");
    }
  }

  @Test
  void whatIsUnprotectedIsNotMergedAtOnceEither() {
    Rules rules = Rulebook.rotating(Rulebook.rules(List.of(), "ann"), "/**", "PASSWORD");
    assertThat(refused(story(rules).submit("ann", Rulebook.DB))).isEqualTo("key-rotated");
  }

  @Test
  void aKeyThatIsRotatedSinceIsNotMergedNorRevised() {
    Story story = story(PLAIN);
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.rules(Rulebook.rotating(PLAIN, "/db", "PASSWORD"));
    Refusal refusal = refusal(story.merge("bob"));
    assertThat(refusal.reasons()).extracting(each -> each.code()).containsExactly("key-rotated");
    assertThat(refusal.reasons().getFirst().clearedBy()).isEqualTo(People.ids("ann"));
    assertThat(refused(story.revise("ann", Rulebook.DB))).isEqualTo("key-rotated");
  }

  @Test
  void whatAMachineProposedNobodyElseTakesOutOfItsRevision() {
    Revision revision = Proposals.revision(Set.of(new MachineId("ci")), List.of(), Rulebook.DB);
    assertThat(Blocks.ofRotation(revision, Rulebook.rotating(PLAIN, "/db", "PASSWORD")))
        .singleElement()
        .satisfies(reason -> assertThat(reason.clearedBy()).isEmpty());
  }

  @Test
  void whereThereIsNoSuchEnvironmentNothingIsRotated() {
    Revision revision =
        Proposals.revision(
            People.ids("ann"), List.of(), new DocumentId(Rulebook.STAGING, Rulebook.DB.path()));
    assertThat(Blocks.ofRotation(revision, Rulebook.rotating(PLAIN, "/db", "PASSWORD"))).isEmpty();
  }

  @Test
  void whoBypassesDoesNotChangeItEither() {
    Rules open =
        Rulebook.rules(
            List.of(Rulebook.bypass(new Bypass.Anyone(), policy("open", requirement(1, "bob")))),
            "ann");
    Story story = story(open);
    story.submit("ann", Rulebook.DB);
    story.rules(Rulebook.rotating(open, "/db", "PASSWORD"));
    assertThat(refused(story.bypass("ann", "it burns badly"))).isEqualTo("key-rotated");
  }
}
