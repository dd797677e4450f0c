package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.name.WellFormed;
import io.countersign.property.Cases;
import io.countersign.revision.Digest;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.sample.AnyRevision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 1. */
class SealedTest {
  private static final Digest OTHER = new Digest("f".repeat(64));

  private final Story story =
      new Story(
          Rulebook.rules(List.of(policy("one", requirement(1, "bob"))), "ann"),
          People.directory("ann", "bob"));

  @Test
  void aVoteOnAnotherDigestIsRefused() {
    story.submit("ann", Rulebook.DB);
    Command.CastVote vote =
        new Command.CastVote(
            story.actor("bob"),
            OTHER,
            Decision.APPROVE,
            "",
            story.revision(),
            story.rules(),
            story.directory());
    assertThat(refused(story.take(vote))).isEqualTo("stale-digest");
    assertThat(story.state().votes()).isEmpty();
  }

  @Test
  void aMergeOfAnotherDigestIsRefused() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    Command.StartMerge merge =
        new Command.StartMerge(
            story.actor("ann"), OTHER, story.revision(), story.rules(), story.directory(), false);
    assertThat(refused(story.take(merge))).isEqualTo("stale-digest");
  }

  @Test
  void theSameRevisionHasTheSameDigest() {
    Cases.each(
        100,
        random -> {
          Revision revision = Proposals.sealed(AnyRevision.of(random));
          assertThat(revision.recomputed()).isEqualTo(revision.digest());
        });
  }

  @Test
  void anythingThatMattersChangesTheDigest() {
    Cases.each(
        200,
        random -> {
          Revision revision = Proposals.sealed(AnyRevision.of(random));
          for (Revision other : AnyRevision.neighbours(revision)) {
            assertThat(other.recomputed()).as("%s", other).isNotEqualTo(revision.digest());
          }
        });
  }

  @Test
  void whereItsValuesLieIsNoPartOfIt() {
    Cases.each(
        20,
        random -> {
          Revision revision = Proposals.sealed(AnyRevision.ofSecrets(random));
          assertThat(revision.with(List.of(new Part("p", "v"))).recomputed())
              .isEqualTo(revision.digest());
        });
  }

  @Test
  void textIsNeverNormalised() {
    assertThat(titled("\u00e9").recomputed()).isNotEqualTo(titled("e\u0301").recomputed());
  }

  @Test
  void illFormedUnicodeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> titled("\ud800").recomputed());
    assertThat(WellFormed.is("\udc00\ud800")).isFalse();
    assertThat(WellFormed.is("\ud834\udd1e")).isTrue();
  }

  private static Revision titled(String title) {
    Revision some = Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);
    return AnyRevision.titled(some, title, "");
  }
}
