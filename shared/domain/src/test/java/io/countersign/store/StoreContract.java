package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.explain.Reason;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.project.ProjectId;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} promises for one request and its events (design §4). */
public abstract class StoreContract {
  private static final Instant NOON = Proposals.NOON;
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Digest OTHER = new Digest("f".repeat(64));

  private final StoppedClock clock = new StoppedClock(NOON);
  private final Revision revision =
      Proposals.revision(
          People.ids("ann"),
          List.of(
              Rulebook.policy("two", Rulebook.requirement(2, "bob", "cem"))
                  .bind(People.directory("ann", "bob", "cem"))),
          Rulebook.DB);
  private Tables tables;
  private Store store;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void submit() {
    tables = tables(clock);
    store = tables.store();
    Commit submission =
        Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), NOON);
    assertThat(store.commit(submission.with(revision))).isTrue();
  }

  @Test
  void whatIsNotThereIsNull() {
    assertThat(
            tables(clock)
                .store()
                .read(new Ask(People.subject("ann"), Proposals.ONE, OTHER, "k", null)))
        .isEqualTo(new Reading(null, null, null, null, null));
    assertThat(store.rules(Rulebook.PAYMENTS)).isNull();
    assertThat(store.revision(Proposals.ONE, OTHER)).isNull();
  }

  @Test
  void whatIsCommittedIsReadBack() {
    Head head = head();
    assertThat(head.request())
        .isEqualTo(
            Requests.evolve(Proposals.ONE, null, List.of(Proposals.submitted(revision)), NOON));
    assertThat(head.plan()).isNull();
    Reading read =
        store.read(new Ask(null, Proposals.ONE, revision.digest(), null, Rulebook.PAYMENTS));
    assertThat(read.revision()).isEqualTo(revision);
    assertThat(read.counters()).isEqualTo(new Counters(Rulebook.PAYMENTS, 0, 0));
    assertThat(store.revision(Proposals.ONE, revision.digest())).isEqualTo(revision);
  }

  @Test
  void aRequestIsSubmittedOnce() {
    assertThat(
            store.commit(
                Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), NOON)))
        .isFalse();
    assertThat(tables.events(Proposals.ONE)).hasSize(1);
  }

  @Test
  void ofTwoCommitsOnTheSameReadOneGoesThrough() {
    Head read = head();
    assertThat(store.commit(vote(read, "bob"))).isTrue();
    Head after = head();
    assertThat(store.commit(vote(read, "cem"))).isFalse();
    assertUntouched(after, 2);
    assertThat(store.commit(vote(after, "cem"))).isTrue();
    assertThat(head().request().votes().keySet()).isEqualTo(People.ids("bob", "cem"));
  }

  @Test
  void aStaleVersionIsRefused() {
    Head read = head();
    refused(new Head(read.request(), null, read.version() + 1, read.hash()));
    refused(new Head(read.request(), null, read.version() - 1, read.hash()));
  }

  @Test
  void anotherStatusIsRefusedEvenWithTheVersionAsRead() {
    Head read = head();
    Request conflicted = evolved(read, new Event.Rejected(revision.digest()));
    refused(new Head(conflicted, null, read.version(), read.hash()));
  }

  @Test
  void anotherDigestIsRefusedEvenWithTheVersionAsRead() {
    Head read = head();
    Request revised =
        Requests.evolve(
            Proposals.ONE,
            null,
            List.of(new Event.Submitted(People.id("ann"), 1, OTHER, "t", List.of(), null)),
            NOON);
    refused(new Head(revised, null, read.version(), read.hash()));
  }

  private Revision revise(Head read) {
    Revision next =
        Proposals.revised(
            revision,
            People.id("dan"),
            revision.policies(),
            People.directory("ann", "dan"),
            LATER,
            Rulebook.document("/other"));
    Commit commit =
        Commit.of(Proposals.ONE, read, List.of(Proposals.revisedTo(next)), LATER).with(next);
    assertThat(store.commit(commit)).isTrue();
    return next;
  }

  @Test
  void aNewRevisionIsThePresentOneAndTheFormerCanStillBeRead() {
    Revision next = revise(head());
    assertThat(head().request().digest()).isEqualTo(next.digest());
    assertThat(head().request().author()).isEqualTo(People.id("dan"));
    assertThat(store.revision(Proposals.ONE, next.digest())).isEqualTo(next);
    assertThat(store.revision(Proposals.ONE, revision.digest())).isEqualTo(revision);
    Request state = head().request();
    assertThat(tables.catalog().revisions(List.of(state)).values()).containsExactly(next);
  }

  @Test
  void ofAVoteAndARevisionOnTheSameReadOneGoesThrough() {
    Head read = head();
    revise(read);
    Head after = head();
    assertThat(store.commit(vote(read, "bob"))).isFalse();
    assertUntouched(after, 2);
  }

  @Test
  void aRevisionOfWhatSomebodyVotedOnMeanwhileIsDecidedAgain() {
    Head read = head();
    assertThat(store.commit(vote(read, "bob"))).isTrue();
    Revision next =
        Proposals.revised(
            revision,
            People.id("ann"),
            revision.policies(),
            People.directory("ann", "dan"),
            LATER,
            Rulebook.DB);
    Commit late =
        Commit.of(Proposals.ONE, read, List.of(Proposals.revisedTo(next)), LATER).with(next);
    assertThat(store.commit(late)).isFalse();
    assertThat(store.revision(Proposals.ONE, next.digest())).isNull();
  }

  @Test
  void aRevisionIsNotMadeAfterTheDeadline() {
    Head read = head();
    Revision next =
        Proposals.revised(
            revision,
            People.id("ann"),
            revision.policies(),
            People.directory("ann", "dan"),
            LATER,
            Rulebook.DB);
    Commit late =
        Commit.of(
                Proposals.ONE,
                read,
                List.of(Proposals.revisedTo(next)),
                Objects.requireNonNull(read.request().expiresAt()))
            .with(next);
    assertThat(store.commit(late)).isFalse();
  }

  @Test
  void aRevisionThatNothingGovernsTakesTheLocksOfItsMerge() {
    Revision next =
        Proposals.revised(
            revision,
            People.id("ann"),
            List.of(),
            People.directory("ann", "dan"),
            LATER,
            Rulebook.DB);
    List<Event> events =
        List.of(
            Proposals.revisedTo(next),
            Event.MergeStarted.agreed(People.id("ann"), next.digest(), true));
    Commit commit =
        Commit.of(Proposals.ONE, head(), events, LATER).with(next).with(plan(Lease.FREE));
    assertThat(store.commit(commit)).isTrue();
    assertThat(store.lockedBy(List.of("prod/db"))).isEqualTo(Proposals.ONE);
    assertThat(head().request().expiresAt()).isNull();
  }

  @Test
  void nothingIsDecidedAfterTheDeadline() {
    Head read = head();
    Instant deadline = Objects.requireNonNull(read.request().expiresAt());
    refused(read, deadline);
    refused(read, deadline.plusMillis(1));
    assertThat(store.commit(vote(read, "bob", deadline.minusMillis(1)))).isTrue();
  }

  @Test
  void afterTheDeadlineARequestCanExpireAndBeTalkedAbout() {
    Instant after = Objects.requireNonNull(head().request().expiresAt()).plusSeconds(1);
    Event comment = new Event.Commented(People.id("bob"), "too late");
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(comment), after))).isTrue();
    Commit end = Commit.of(Proposals.ONE, head(), List.of(new Event.Expired()), after);
    assertThat(store.commit(end)).isTrue();
    assertThat(head().request().status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void eventsLieInSequenceAndEachNamesTheHashOfTheOneBefore() {
    assertThat(store.commit(vote(head(), "bob"))).isTrue();
    List<Event> both =
        List.of(
            new Event.Voted(People.id("cem"), revision.digest(), Decision.APPROVE, "é☃𝄞"),
            new Event.Agreed(revision.digest(), null, false));
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), both, LATER))).isTrue();
    List<Recorded> events = tables.events(Proposals.ONE);
    assertThat(events).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L, 4L);
    String hash = Chain.START;
    for (Recorded event : events) {
      assertThat(event.previous()).isEqualTo(hash);
      assertThat(event.hash()).isEqualTo(Chain.next(hash, event.text()));
      hash = event.hash();
    }
    assertThat(head().hash()).isEqualTo(hash);
    assertThat(head().request().sequence()).isEqualTo(4);
  }

  @Test
  void aPlanIsKeptWhileMergingAndGoneAfterwards() {
    Head merging = merging();
    assertThat(merging.plan()).isEqualTo(plan(Lease.FREE));
    Event conflict = new Event.Conflicted(revision.digest(), Reason.of("c", "m"), true);
    assertThat(store.commit(Commit.of(Proposals.ONE, merging, List.of(conflict), LATER))).isTrue();
    assertThat(head().plan()).isNull();
    assertThat(head().request().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aLeaseIsTakenOnceAndItsFormerHolderIsShutOut() {
    Head free = merging();
    assertThat(store.commit(take(free, LATER))).isTrue();
    Head first = head();
    assertThat(store.commit(take(free, LATER))).isFalse();
    assertThat(store.commit(take(first, LATER.plusSeconds(60)))).isTrue();
    Head second = head();
    assertThat(Objects.requireNonNull(second.plan()).lease().fence()).isEqualTo(2);
    Event merged = new Event.Merged(revision.digest(), List.of());
    assertThat(store.commit(Commit.of(Proposals.ONE, first, List.of(merged), LATER))).isFalse();
    assertUntouched(second, 2);
    assertThat(store.commit(Commit.of(Proposals.ONE, second, List.of(merged), LATER))).isTrue();
  }

  @Test
  void anotherFenceIsRefusedEvenWithTheVersionAsRead() {
    Head read = merging();
    Head stranger = new Head(read.request(), plan(new Lease(7, NOON)), read.version(), read.hash());
    assertThat(store.commit(take(stranger, LATER))).isFalse();
    assertUntouched(read, 2);
  }

  @Test
  void aMergeHoldsItsSecretsUntilItsEnd() {
    assertThat(store.lockedBy(List.of("prod/db"))).isNull();
    Head merging = merging();
    assertThat(store.lockedBy(List.of("prod/other", "prod/db"))).isEqualTo(Proposals.ONE);
    assertThat(store.lockedBy(List.of("prod/other"))).isNull();
    assertThat(store.commit(take(merging, LATER))).isTrue();
    assertThat(store.lockedBy(List.of("prod/db"))).isEqualTo(Proposals.ONE);
    Event merged = new Event.Merged(revision.digest(), List.of());
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(merged), LATER))).isTrue();
    assertThat(store.lockedBy(List.of("prod/db"))).isNull();
  }

  @Test
  void whatAMergedRequestHasLeftToDoStaysLockedAndIsDueUntilItIsDone() {
    Plan both =
        Plan.of(
            Lease.FREE.next(LATER),
            List.of(
                DocumentPlan.of(Rulebook.DB, "prod/db", null),
                DocumentPlan.of(Rulebook.document("/other"), "prod/other", null)));
    Event start = Event.MergeStarted.agreed(People.id("ann"), revision.digest(), true);
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(start), NOON).with(both)))
        .isTrue();
    Plan left = Plan.of(both.lease(), both.documents().subList(1, 2));
    Event merged = new Event.Merged(revision.digest(), List.of());
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(merged), LATER).with(left)))
        .isTrue();
    assertThat(store.lockedBy(List.of("prod/db"))).isNull();
    assertThat(store.lockedBy(List.of("prod/other"))).isEqualTo(Proposals.ONE);
    assertThat(head().plan()).isEqualTo(left);

    Event comment = new Event.Commented(People.id("bob"), "well done");
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(comment), LATER))).isTrue();
    assertThat(head().plan()).isEqualTo(left);
    Head now = head();
    assertThat(
            store.commit(new Commit(now, now.request(), null, List.of(), LATER, null, null, null)))
        .isTrue();
    assertThat(store.lockedBy(List.of("prod/other"))).isNull();
    assertThat(head().plan()).isNull();
    assertThat(head().request().status()).isEqualTo(Status.MERGED);
  }

  @Test
  void aFailedMergeHoldsNothingAndKeepsItsPlanWhateverIsSaidOfIt() {
    Head merging = merging();
    Plan plan = Objects.requireNonNull(merging.plan());
    assertThat(store.commit(failed(merging).with(plan))).isTrue();
    assertThat(store.lockedBy(List.of("prod/db"))).isNull();
    Event comment = new Event.Commented(People.id("bob"), "what now?");
    assertThat(store.commit(Commit.of(Proposals.ONE, head(), List.of(comment), LATER))).isTrue();
    assertThat(head().plan()).isEqualTo(plan);
  }

  @Test
  void aFailedMergeKeepsItsPlanAndFreesItsSecrets() {
    Head merging = merging();
    Plan left = plan(new Lease(3, NOON));
    assertThat(store.commit(failed(merging).with(left))).isTrue();
    assertThat(head().request().status()).isEqualTo(Status.FAILED);
    assertThat(head().plan()).isEqualTo(left);
    assertThat(head().locking()).isNull();
    assertThat(store.lockedBy(List.of("prod/db"))).isNull();
  }

  @Test
  void aFailedMergeThatIsTakenUpHoldsItsSecretsAgain() {
    assertThat(store.commit(failed(merging()).with(plan(new Lease(3, NOON))))).isTrue();
    Head failed = head();
    Commit again = again(failed, 4);
    assertThat(store.commit(again)).isTrue();
    assertThat(store.commit(again(failed, 4))).as("only once").isFalse();
    assertThat(store.lockedBy(List.of("prod/db"))).isEqualTo(Proposals.ONE);
    assertThat(head().plan()).isEqualTo(plan(new Lease(4, LATER)));
  }

  @Test
  void aFailedMergeIsNotTakenUpWhileAnotherHoldsItsSecrets() {
    assertThat(store.commit(failed(merging()).with(plan(new Lease(3, NOON))))).isTrue();
    Head failed = head();
    RequestId two = new RequestId(Rulebook.PAYMENTS, 2);
    assertThat(store.commit(started(two))).isTrue();
    assertThat(store.commit(again(failed, 4))).isFalse();
    assertUntouched(failed, 3);
    assertThat(store.lockedBy(List.of("prod/db"))).isEqualTo(two);
  }

  private Commit failed(Head merging) {
    Remains held = new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it.");
    return Commit.of(
        Proposals.ONE, merging, List.of(new Event.Failed(revision.digest(), List.of(held))), LATER);
  }

  private Commit again(Head failed, long fence) {
    Event finish =
        new Event.MergeStarted(
            People.id("ann"), revision.digest(), Event.Mode.FINISH, "", People.ids(), false);
    return Commit.of(Proposals.ONE, failed, List.of(finish), LATER)
        .with(plan(new Lease(fence, LATER)));
  }

  private Commit started(RequestId two) {
    Event submitted = Proposals.submitted(revision);
    Event start = Event.MergeStarted.agreed(People.id("ann"), revision.digest(), true);
    return Commit.of(two, null, List.of(submitted, start), NOON).with(plan(Lease.FREE));
  }

  @Test
  void twoMergesNeverHoldTheSameSecret() {
    RequestId two = new RequestId(Rulebook.PAYMENTS, 2);
    merging();
    assertThat(store.commit(started(two))).isFalse();
    assertThat(store.read(Ask.state(two)).head()).isNull();
    assertThat(tables.events(two)).isEmpty();
    assertThat(store.lockedBy(List.of("prod/db"))).isEqualTo(Proposals.ONE);
  }

  @Test
  void aMergeHasNoDeadline() {
    Head read = merging();
    Instant late = NOON.plus(Duration.ofDays(400));
    Event merged = new Event.Merged(revision.digest(), List.of());
    assertThat(store.commit(Commit.of(Proposals.ONE, read, List.of(merged), late))).isTrue();
  }

  @Test
  void numbersOfAProjectAreNeverGivenTwice() {
    assertThat(List.of(next("payments"), next("payments"), next("other"), next("payments")))
        .containsExactly(1L, 2L, 1L, 3L);
  }

  private long next(String project) {
    return store.nextNumber(ProjectId.of(project));
  }

  private Head head() {
    return Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head());
  }

  private Head merging() {
    Event start = Event.MergeStarted.agreed(People.id("ann"), revision.digest(), true);
    Commit commit = Commit.of(Proposals.ONE, head(), List.of(start), NOON).with(plan(Lease.FREE));
    assertThat(store.commit(commit)).isTrue();
    return head();
  }

  private static Plan plan(Lease lease) {
    return Plan.of(lease, List.of(DocumentPlan.of(Rulebook.DB, "prod/db", null)));
  }

  private static Commit take(Head read, Instant until) {
    Plan plan = Objects.requireNonNull(read.plan());
    return Commit.of(Proposals.ONE, read, List.of(), NOON)
        .with(plan.with(plan.lease().next(until)));
  }

  private Commit vote(Head read, String voter) {
    return vote(read, voter, LATER);
  }

  private Commit vote(Head read, String voter, Instant at) {
    Event vote = new Event.Voted(People.id(voter), revision.digest(), Decision.APPROVE, "");
    return Commit.of(Proposals.ONE, read, List.of(vote), at);
  }

  private static Request evolved(Head read, Event event) {
    return Requests.evolve(Proposals.ONE, read.request(), event, LATER);
  }

  private void refused(Head read) {
    refused(read, LATER);
  }

  private void refused(Head read, Instant at) {
    Head before = head();
    assertThat(store.commit(vote(read, "bob", at))).isFalse();
    assertUntouched(before, 1);
  }

  private void assertUntouched(Head before, int events) {
    assertThat(head()).isEqualTo(before);
    assertThat(tables.events(Proposals.ONE)).hasSize(events);
  }
}
