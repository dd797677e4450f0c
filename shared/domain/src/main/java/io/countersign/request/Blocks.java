package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.ProjectId;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Operation;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Fit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What blocks a request besides missing approvals: rules 5, 6 and 8. */
final class Blocks {
  private Blocks() {}

  static List<Reason> of(Request state) {
    List<Reason> reasons = new ArrayList<>();
    // What failed is judged anew, key by key, when it is taken up again.
    if (state.dead() && state.stopped() != null && state.status() != Status.FAILED) {
      reasons.add(state.stopped());
    }
    for (Vote vote : state.votes().values()) {
      if (vote.decision() == Decision.REJECT) {
        reasons.add(
            new Reason(
                "rejection-stands",
                "A rejection stands until its voter changes it.",
                new TreeSet<>(Set.of(vote.voter()))));
      }
    }
    return reasons;
  }

  /** Keys that only their rotation may change (design §5). */
  static List<Reason> ofRotation(Revision revision, Rules rules) {
    List<Reason> reasons = new ArrayList<>();
    for (Operation operation : revision.operations()) {
      DocumentId document = operation.document();
      Environment environment = rules.environments().get(document.environment());
      for (String key : operation.keys()) {
        if (environment != null && environment.rotates(document.path(), key)) {
          reasons.add(
              new Reason(
                  "key-rotated",
                  "Key \"%s\" of %s is changed by its rotation only: revise the request without it."
                      .formatted(key, document),
                  revision.author() instanceof PersonId author
                      ? new TreeSet<>(Set.of(author))
                      : new TreeSet<>()));
        }
      }
    }
    return reasons;
  }

  /** Access whose end is to be moved, but that has ended meanwhile, or ends no earlier already. */
  static List<Reason> ofGrant(Revision revision, Rules rules) {
    if (!(revision.payload() instanceof Payload.OfAccess(Entitlement asked))
        || asked.extending() == null) {
      return List.of();
    }
    Grant extended = rules.grant(asked.extending());
    if (extended == null) {
      return List.of(Reason.of(Granting.ENDED, "The access that it extends has ended: ask anew."));
    }
    Instant end = asked.window().end();
    return end == null || end.isAfter(extended.ends())
        ? List.of()
        : List.of(
            Reason.of(
                "extended-already",
                "The access lasts until %s already.".formatted(extended.ends())));
  }

  /** Rules that are not as they were when it was written, or cannot be what they are to be. */
  static List<Reason> ofRules(Revision revision, Rules rules, Directory directory) {
    if (!(revision.payload() instanceof Payload.OfGovernance governance)) {
      return List.of();
    }
    PersonId author = Agreement.author(revision);
    List<Reason> reasons = Fit.reasons(governance.edits(), new Basis(rules, directory), author);
    for (Rules place : List.of(rules, rules.ofOrganisation())) {
      if (reasons.isEmpty() && governance.elsewhere(place, directory)) {
        reasons.add(Fit.elsewhere(place.project().name(), author));
      }
    }
    return reasons;
  }

  /**
   * Of a change of rules that holds in every project: that one of them is not as it was when it was
   * written, or is not there any more. Which one not everybody may know who may see the change.
   *
   * @param places all of them
   */
  static List<Reason> around(
      Payload.OfGovernance governance,
      List<Rules> places,
      Directory directory,
      @Nullable PersonId author) {
    Set<ProjectId> there =
        places.stream().map(each -> each.project().id()).collect(Collectors.toSet());
    return there.containsAll(governance.surroundings().keySet())
            && places.stream().noneMatch(each -> governance.elsewhere(each, directory))
        ? List.of()
        : List.of(Fit.elsewhere("another project", author));
  }

  /**
   * The author of the present revision must still be active and entitled to propose there, and
   * where it copies from (rule 6).
   */
  static List<Reason> ofAuthor(Revision revision, Rules rules, Directory directory) {
    Actor author = directory.actor(revision.author());
    if (author != null && Requester.mayPropose(author, revision, rules, directory)) {
      return List.of();
    }
    if (revision.payload() instanceof Payload.OfAccess) {
      return List.of(
          new Reason(
              "author-not-entitled",
              "Who asks for the access has no role in the project any more.",
              rules.access().givers(Permission.REQUESTS_READ, directory)));
    }
    SortedSet<PersonId> others = new TreeSet<>();
    for (Person person : directory.people().values()) {
      if (Requester.mayPropose(Actor.of(person), revision, rules, directory)) {
        others.add(person.id());
      }
    }
    return List.of(
        new Reason(
            "author-not-entitled",
            "Its author may not propose changes there any more; somebody who may has to take it"
                + " over by revising it.",
            others));
  }
}
