package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Surroundings;
import io.countersign.rule.Edit;
import io.countersign.rule.Governed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the right people agreed (rules 2 and 4): every policy as bound to the revision, and every
 * one that governs its documents now, must be met by distinct people who were and are in its sets.
 */
public final class Agreement {
  /** The code of a reason that those who are named in it can clear by approving. */
  public static final String APPROVALS_MISSING = "approvals-missing";

  private static final String UNSATISFIABLE = "policy-unsatisfiable";

  private Agreement() {}

  /** Who is in a set at this moment. */
  public interface Now {
    boolean admits(PersonId person, Requirement requirement);

    /** Who wrote the revision, or answers for a machine that did. */
    SortedSet<ActorId> barred(Revision revision);

    /** As the directory has it. */
    static Now of(Directory directory) {
      Map<PersonId, Actor> asked = new HashMap<>();
      return new Now() {
        @Override
        public boolean admits(PersonId id, Requirement requirement) {
          Actor known = asked.get(id);
          Actor person = known == null ? directory.actor(id) : known;
          if (person == null) {
            return false;
          }
          asked.put(id, person);
          return requirement.admits(person);
        }

        @Override
        public SortedSet<ActorId> barred(Revision revision) {
          return revision.barred(directory);
        }
      };
    }

    /** Everybody as when the revision was made. */
    static Now unchanged() {
      return new Now() {
        @Override
        public boolean admits(PersonId id, Requirement requirement) {
          return true;
        }

        @Override
        public SortedSet<ActorId> barred(Revision revision) {
          return revision.barred();
        }
      };
    }
  }

  /**
   * Assesses a request.
   *
   * @param live the policies that govern its documents now; those bound in the same version are
   *     judged once
   */
  public static Assessment of(Request state, Revision revision, List<BoundPolicy> live, Now now) {
    List<Reason> reasons = new ArrayList<>(Blocks.of(state));
    List<Assessment.Progress> progress = new ArrayList<>();
    Set<ActorId> barred = new HashSet<>(now.barred(revision));
    List<BoundPolicy> asked = asked(revision, live);
    List<BoundPolicy> present =
        asked.stream().map(each -> PolicyTally.present(each, barred, now)).toList();
    List<BoundPolicy> bound = present.subList(0, revision.policies().size());
    SortedSet<PersonId> approving = state.approving();
    for (int i = 0; i < asked.size(); i++) {
      PolicyTally tally = PolicyTally.of(present.get(i), approving, person -> named(person, bound));
      progress.add(new Assessment.Progress(asked.get(i), tally.counted()));
      reasons.addAll(tally.missing());
    }
    SortedMap<PersonId, String> uncounted = new TreeMap<>();
    for (PersonId voter : state.votes().keySet()) {
      if (!named(voter, present)) {
        uncounted.put(voter, why(voter, revision, barred));
      }
    }
    return new Assessment(List.copyOf(reasons), progress, uncounted);
  }

  /** Assesses it by the rules and people of now. */
  public static Assessment now(Request state, Revision revision, Rules rules, Directory directory) {
    return of(state, revision, revision.live(rules, directory), Now.of(directory));
  }

  private static boolean named(PersonId person, List<BoundPolicy> policies) {
    return policies.stream().anyMatch(policy -> policy.names(person));
  }

  /** Why a vote that no policy takes is taken by none. */
  private static String why(PersonId voter, Revision revision, Set<ActorId> barred) {
    // An author who could vote was let by the policy: that one has left its set as others do.
    return barred.contains(voter) && !revision.authors().contains(voter)
        ? "has owned the machine that wrote the request since it did"
        : "is in no policy's set any more";
  }

  /** Everything that keeps a request from being merged now, live rules and people included. */
  public static List<Reason> beforeMerge(
      Request state, Revision revision, Rules rules, Directory directory) {
    List<Reason> reasons = besides(revision, rules, directory);
    reasons.addAll(now(state, revision, rules, directory).reasons());
    return reasons;
  }

  /** What keeps a request from being merged now although the right people agree. */
  public static List<Reason> besides(Revision revision, Rules rules, Directory directory) {
    List<Reason> reasons = new ArrayList<>();
    reasons.addAll(Blocks.ofAuthor(revision, rules, directory));
    reasons.addAll(Blocks.ofRotation(revision, rules));
    reasons.addAll(Blocks.ofGrant(revision, rules));
    reasons.addAll(Blocks.ofRules(revision, rules, directory));
    return reasons;
  }

  /**
   * What keeps a change of rules from being agreed to and merged that only the rules of other
   * projects tell: who has to agree there is not as when it was written.
   *
   * @param others the rules of every project; asked for where the organisation has a say, as
   *     nothing else holds there
   */
  public static List<Reason> around(
      Revision revision, Rules rules, Directory directory, Supplier<List<Rules>> others) {
    return revision.payload() instanceof Payload.OfGovernance governance
            && governance.edits().stream().anyMatch(Edit::ofOrganisation)
        ? Blocks.around(
            governance,
            Surroundings.places(governance.edits(), rules, others),
            directory,
            author(revision))
        : List.of();
  }

  /** Who could write it anew, or null where that is nobody who reads. */
  static @Nullable PersonId author(Revision revision) {
    return revision.author() instanceof PersonId author ? author : null;
  }

  /** Those of the reasons that an approval clears. */
  public static List<Reason> missing(List<Reason> reasons) {
    return reasons.stream().filter(each -> each.code().equals(APPROVALS_MISSING)).toList();
  }

  /**
   * The policies of a revision that its people could never meet (rule 4).
   *
   * @param writers who could change that
   */
  static List<Reason> impossible(Revision revision, SortedSet<PersonId> writers) {
    List<Reason> reasons = new ArrayList<>();
    for (BoundPolicy policy : revision.policies()) {
      SortedSet<PersonId> approvers = policy.approvers(revision.barred());
      if (!policy.satisfiableBy(approvers)) {
        reasons.add(
            Governed.usual(policy)
                ? Reason.of(UNSATISFIABLE, alone(policy))
                : new Reason(
                    UNSATISFIABLE,
                    "Policy \"%s\" needs more people than may approve: %d of them %s."
                            .formatted(policy.name(), approvers.size(), counted(policy, revision))
                        + " Ask an admin to add approvers to the policy.",
                    writers));
      }
    }
    return reasons;
  }

  /** Nobody can add anybody to a policy that nobody has written: there have to be more admins. */
  private static String alone(BoundPolicy policy) {
    return policy.id().equals(Governed.USUAL_OF_ALL)
        ? "No other admin of the organisation can sign in, so nobody could agree, nor to another"
            + " admin: whoever owns the AWS account has to let one in again."
        : "No other admin of the project can sign in, so nobody could agree. Who may give roles in"
            + " the whole organisation can make somebody an admin, where others agree there; where"
            + " nobody can, whoever owns the AWS account has to let one in again.";
  }

  private static String counted(BoundPolicy policy, Revision revision) {
    String authors = revision.authors().size() == 1 ? "you" : "its authors";
    if (policy.terms().selfApproval()) {
      return "including " + authors;
    }
    return "besides "
        + authors
        + (revision.owners().isEmpty() ? "" : " and the owners of a machine that wrote it");
  }

  /** Whether the standing rejections end the request (rule 5). */
  static boolean declined(Request state, Revision revision) {
    return revision.policies().stream()
        .anyMatch(
            policy ->
                state.votes().values().stream()
                        .filter(vote -> vote.decision() == Decision.REJECT)
                        .filter(vote -> policy.approvers(revision.barred()).contains(vote.voter()))
                        .count()
                    >= policy.terms().declineAfter());
  }

  /** Every policy that has a say, once in each version: as bound first, then live ones. */
  static List<BoundPolicy> asked(Revision revision, List<BoundPolicy> live) {
    List<BoundPolicy> all = new ArrayList<>(revision.policies());
    live.stream().filter(each -> !bound(each, revision)).forEach(all::add);
    return all;
  }

  private static boolean bound(BoundPolicy live, Revision revision) {
    return revision.policies().stream()
        .anyMatch(
            each ->
                each.id().equals(live.id())
                    && each.version() == live.version()
                    && each.asksAs(live));
  }
}
