package io.countersign.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.request.Event;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.StoppedClock;
import io.countersign.vault.FakeProposals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which proposed values go: never one that the present revision refers to. */
class OrphansTest {
  private static final Instant NOW = Proposals.NOON;

  private final StoppedClock clock = new StoppedClock(NOW);
  private final Settled settled = new Settled();
  private final FakeProposals proposals = new FakeProposals(clock);
  private final Orphans orphans = new Orphans(proposals, settled.tables.store());

  private Part written(String token) {
    String name = Proposals.ONE + "/" + token + "/0";
    return new Part(name, proposals.write(name, "t".repeat(32), "{}"));
  }

  /** Dan's request with this batch of values. */
  private Revision first() {
    Revision revision =
        Revision.sealed(
                Proposals.ONE,
                "first",
                People.id("dan"),
                "A change",
                "",
                Proposals.revision(People.ids("dan"), List.of(), Rulebook.DB).operations(),
                List.of(),
                List.of(),
                Directory.EMPTY,
                NOW)
            .with(List.of(written("first")));
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(revision), NOW).with(revision));
    return revision;
  }

  private void revised(Revision before, String token, Place value) {
    Revision next =
        before
            .revised(
                token,
                People.id("dan"),
                "A change",
                "",
                before.operations(),
                List.of(new Origin(value, new Place(token, 0))),
                before.documents(),
                List.of(),
                Directory.EMPTY,
                NOW)
            .with(List.of(written(token)));
    Event event = new Event.Revised(next.author(), 2, next.digest(), "A change", List.of(), null);
    settled.happens(Commit.of(Proposals.ONE, settled.head(), List.of(event), NOW).with(next));
  }

  private List<String> found(Duration later) {
    return orphans.find(NOW.plus(later));
  }

  @Test
  void what_the_present_revision_keeps_of_an_earlier_one_stays_however_old_it_is() {
    revised(first(), "second", new Place("first", 0));
    assertThat(found(Duration.ofDays(400))).isEmpty();
  }

  @Test
  void what_only_a_former_revision_refers_to_goes_after_an_hour() {
    revised(first(), "second", new Place("second", 0));
    assertThat(found(Duration.ofMinutes(59))).isEmpty();
    assertThat(found(Duration.ofMinutes(61))).containsExactly(Proposals.ONE + "/first/0");
  }

  @Test
  void what_was_written_again_just_now_is_not_old() {
    first();
    written("third");
    clock.forward(Duration.ofHours(2));
    String name = Proposals.ONE + "/third/0";
    proposals.write(name, "u".repeat(32), "{\"other\":1}");
    assertThat(found(Duration.ofHours(2))).isEmpty();
    assertThat(found(Duration.ofHours(4))).containsExactly(name);
  }

  @Test
  void of_an_ended_request_everything_goes_at_once() {
    revised(first(), "second", new Place("first", 0));
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(new Event.Withdrawn(People.id("dan"), "")),
            NOW));
    assertThat(found(Duration.ZERO)).hasSize(2);
  }
}
