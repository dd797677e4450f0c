package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the queue brings when a request is agreed. */
class AutomaticTest {
  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final RequestStreamHandler handler =
      new MergeHandler(
          Wiring.function(
              settled.tables.store(), settled.tables.registry()::prefixes, vault, proposals));

  /** From now on the policy says so, in this version. */
  private void governs(boolean automatic, long version) {
    Policy one = Rulebook.policy("one", Rulebook.requirement(1, "@approvers"));
    Terms terms = new Terms(false, 1, Terms.USUAL, null, automatic, new Bypass.Off(), false);
    settled.governs(
        new Policy(one.id(), one.name(), one.targets(), one.requirements(), terms, version));
  }

  private Revision submitted(boolean automatic) {
    governs(automatic, 2);
    List<BoundPolicy> policies =
        settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory());
    Revision revision = Sealed.revision(policies, proposals);
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(revision), Instant.now()).with(revision));
    return revision;
  }

  private void happens(Event event) {
    settled.happens(Commit.of(Proposals.ONE, settled.head(), List.of(event), Instant.now()));
  }

  private Status woken() {
    assertThat(Woken.by("merge-agreed", handler).text()).isEqualTo("{\"batchItemFailures\":[]}");
    return settled.head().request().status();
  }

  @Test
  void what_is_agreed_is_merged_in_its_authors_name() {
    Revision revision = submitted(true);
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""));
    assertThat(woken()).isEqualTo(Status.MERGED);
    assertThat(vault.read("prod/db")).isInstanceOf(Seen.Present.class);
    assertThat(woken()).isEqualTo(Status.MERGED);
  }

  @Test
  void what_is_not_agreed_any_more_stays_open() {
    submitted(true);
    assertThat(woken()).isEqualTo(Status.OPEN);
    assertThat(vault.read("prod/db")).isInstanceOf(Seen.Missing.class);
  }

  @Test
  void what_its_policy_wants_to_be_merged_by_hand_since_stays_open() {
    Revision revision = submitted(true);
    governs(false, 3);
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""));
    assertThat(woken()).isEqualTo(Status.OPEN);
    assertThat(vault.read("prod/db")).isInstanceOf(Seen.Missing.class);
  }

  @Test
  void what_is_to_be_merged_by_hand_stays_open() {
    Revision revision = submitted(false);
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""));
    assertThat(woken()).isEqualTo(Status.OPEN);
    assertThat(vault.read("prod/db")).isInstanceOf(Seen.Missing.class);
  }
}
