package io.countersign.bench;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Base;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The engine's decisions on a request with 200 operations in 20 documents, 20 policies and 50
 * voters in overlapping groups, against one SHA-256 over the operations: the vote that brings the
 * agreement about, and the start of the merge; that once more after an edit of every policy, when
 * 20 as bound and 20 as they are now are to be met.
 */
final class Decide {
  private static final int VOTERS = 50;
  private static final int POLICIES = 20;
  private static final int DOCUMENTS = 20;
  private static final int KEYS = 10;
  private static final int GROUPS = 5;
  private static final int WARMING = 3000;
  private static final int ROUNDS = 2000;
  private static final double GOAL = 3;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final Directory directory = directory();
  private final Revision revision = revision(directory);
  private final Rules same = rules(1);
  private final Request voting = after(VOTERS - 1);
  private final Request agreed = after(VOTERS);
  private final Rules edited = rules(2);

  private Decide() {}

  static List<String> run() {
    return new Decide().measure();
  }

  private List<String> measure() {
    Times hash = new Times(ROUNDS);
    Times vote = new Times(ROUNDS);
    Times merge = new Times(ROUNDS);
    Times after = new Times(ROUNDS);
    for (int i = 0; i < WARMING; i++) {
      hashed();
      vote();
      merge(same);
      merge(edited);
    }
    for (int i = 0; i < ROUNDS; i++) {
      hash.add(timed(this::hashed));
      vote.add(timed(this::vote));
      merge.add(timed(() -> merge(same)));
      after.add(timed(() -> merge(edited)));
    }
    return List.of(
        new Figure("decide-vote", vote.median() / hash.median(), GOAL).line(),
        new Figure("decide-merge", merge.median() / hash.median(), GOAL).line(),
        String.format(
            Locale.ROOT,
            "  SHA-256 %.0f µs, vote %.0f µs, merge %.0f µs, after edits %.0f µs; %d rounds by turns",
            hash.median() * 1000,
            vote.median() * 1000,
            merge.median() * 1000,
            after.median() * 1000,
            ROUNDS));
  }

  private static long timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return System.nanoTime() - begin;
  }

  private void hashed() {
    Digest digest = revision.recomputed();
    if (!digest.equals(revision.digest())) {
      throw new IllegalStateException("the digest of " + revision.request());
    }
  }

  private void vote() {
    decided(
        voting,
        new Command.CastVote(
            People.actor(voter(VOTERS - 1), groups(VOTERS - 1)),
            revision.digest(),
            Decision.APPROVE,
            "",
            revision,
            same,
            directory),
        2);
  }

  private void merge(Rules live) {
    decided(
        agreed,
        new Command.StartMerge(
            People.actor("ann"), revision.digest(), revision, live, directory, false),
        1);
  }

  private static void decided(Request state, Command command, int events) {
    if (!(Requests.decide(state, command, NOW) instanceof Outcome.Accepted accepted)
        || accepted.events().size() != events) {
      throw new IllegalStateException("another decision than meant");
    }
  }

  /** The request after so many approvals. */
  private Request after(int approvals) {
    Request state = Requests.evolve(revision.request(), null, Proposals.submitted(revision), NOW);
    for (int i = 0; i < approvals; i++) {
      Command vote =
          new Command.CastVote(
              People.actor(voter(i), groups(i)),
              revision.digest(),
              Decision.APPROVE,
              "",
              revision,
              same,
              directory);
      state =
          Requests.evolve(
              revision.request(),
              state,
              ((Outcome.Accepted) Requests.decide(state, vote, NOW)).events(),
              NOW);
    }
    return Objects.requireNonNull(state);
  }

  private static String voter(int number) {
    return "voter-" + number;
  }

  /** Everybody is in two groups. */
  private static String[] groups(int voter) {
    return new String[] {"group-" + voter % GROUPS, "group-" + (voter / GROUPS) % GROUPS};
  }

  private static Directory directory() {
    List<Person> people = new ArrayList<>(List.of(People.person("ann")));
    for (int i = 0; i < VOTERS; i++) {
      people.add(People.person(voter(i), groups(i)));
    }
    return People.directory(people.toArray(Person[]::new));
  }

  /** The last voter is asked for by name, so the agreement waits for them. */
  private static Policy policy(int number, int version) {
    Policy first =
        Rulebook.policy(
            "policy-" + number,
            Rulebook.requirement(3, "@group-" + number % GROUPS),
            Rulebook.requirement(2, "@group-" + (number + 1) % GROUPS, voter(0)),
            Rulebook.requirement(1, voter(VOTERS - 1)));
    return new Policy(
        first.id(), first.name(), first.targets(), first.requirements(), first.terms(), version);
  }

  private static Rules rules(int version) {
    Policy[] policies =
        IntStream.range(0, POLICIES).mapToObj(i -> policy(i, version)).toArray(Policy[]::new);
    return Rulebook.rules(List.of(policies), "ann");
  }

  private static Revision revision(Directory directory) {
    List<DocumentId> documents =
        IntStream.range(0, DOCUMENTS).mapToObj(i -> Rulebook.document("/service-" + i)).toList();
    List<Operation> operations =
        documents.stream()
            .flatMap(
                document ->
                    IntStream.range(0, KEYS)
                        .<Operation>mapToObj(
                            key ->
                                new Operation.Set(
                                    document, "KEY_" + key, new Base.Absent(), Proposals.MAC)))
            .toList();
    List<BoundPolicy> bound = rules(1).bind(documents, directory);
    return Revision.sealed(
        new RequestId(Rulebook.PAYMENTS, 1),
        "token",
        People.id("ann"),
        "Rotate everything",
        "The old ones were in a screenshot.",
        operations,
        documents.stream().map(each -> new DocumentBase(each, null, null)).toList(),
        bound,
        directory,
        NOW);
  }
}
