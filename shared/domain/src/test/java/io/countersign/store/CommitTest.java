package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a commit rests on. */
class CommitTest {
  private static final Revision REVISION =
      Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);
  private static final Event SAID = new Event.Commented(People.id("bob"), "text");
  private static final Event VOTED =
      new Event.Voted(People.id("bob"), REVISION.digest(), Decision.APPROVE, "");

  private static boolean inTime(Event... events) {
    Commit first =
        Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(REVISION)), REVISION.madeAt());
    Head head = new Head(first.after(), null, 1, "hash");
    return Commit.of(Proposals.ONE, head, List.of(events), Proposals.NOON).inTime();
  }

  @Test
  void whatIsDoneToARequestRestsOnItsTimeNotBeingOver() {
    assertThat(inTime(VOTED)).isTrue();
    assertThat(inTime(SAID, VOTED)).isTrue();
    assertThat(inTime(new Event.Withdrawn(People.id("ann"), ""))).isTrue();
  }

  @Test
  void itsExpiryAndWhatIsOnlySaidDoNot() {
    assertThat(inTime(SAID)).isFalse();
    assertThat(inTime(new Event.DeliveryFailed(1, "Submitted", List.of()))).isFalse();
    assertThat(inTime(new Event.Expired())).isFalse();
  }
}
