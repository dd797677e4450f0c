package io.countersign.notify;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.notify.letter.Around;
import io.countersign.notify.letter.Said;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.request.Agreement;
import io.countersign.request.Eligibility;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import io.countersign.rule.Difference;
import io.countersign.rule.Governed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An event together with what is needed to tell of it.
 *
 * @param word what deliveries of it are called
 * @param state the request as it is now
 * @param revision the one that the event is about
 * @param rules of its project at this moment
 * @param spoken who commented before, where the event is a comment
 */
record News(
    Event event,
    String word,
    long sequence,
    Instant at,
    Request state,
    Revision revision,
    Rules rules,
    Directory directory,
    SortedSet<PersonId> spoken) {
  private static final String APPROVER = "You get this mail because you may approve the request.";
  private static final String ALWAYS =
      "You get this mail because you are an approver of the request, whatever your settings are.";
  private static final String ADMIN =
      "You get this mail because you are an admin there, whatever your settings are.";
  private static final String AUTHOR = "You get this mail because you wrote the request.";
  private static final String OWNER =
      "You get this mail because you own the machine that wrote the request.";
  private static final String OVERSEER = "You get this mail because you are an admin there.";
  private static final String MERGER = "You get this mail because you may merge the request.";
  private static final String SPEAKER = "You get this mail because you commented on the request.";
  private static final String GONE = "the person may not approve the request any more";
  private static final String VOTER = "You get this mail because you voted on the request.";

  /** Who may approve but the author, with why each is told; those who left the sets are not. */
  SortedMap<PersonId, String> approvers() {
    SortedMap<PersonId, String> readers = new TreeMap<>();
    for (BoundPolicy policy : revision.policies()) {
      for (PersonId member : policy.approvers(revision.barred(directory))) {
        if (!revision.author().equals(member) && !left(member)) {
          readers.put(member, APPROVER);
        }
      }
    }
    return readers;
  }

  /**
   * Where the request waits for approvers and nobody is left of those who were to be asked: them,
   * with the reason; else nobody.
   */
  SortedMap<PersonId, String> gone() {
    SortedMap<PersonId, String> gone = new TreeMap<>();
    if (Hearing.of(event) == Hearing.ANYBODY && isOpen() && approvers().isEmpty()) {
      for (BoundPolicy policy : revision.policies()) {
        policy.members().stream().filter(this::left).forEach(member -> gone.put(member, GONE));
      }
      gone.keySet().removeIf(revision.author()::equals);
    }
    return gone;
  }

  /** Whether it could be merged now: looked at again, because much may have happened since. */
  boolean agreed() {
    return isOpen() && Agreement.beforeMerge(state, revision, rules, directory).isEmpty();
  }

  /** Whether what it is about is still to be decided on. */
  private boolean isOpen() {
    return state.status() == Status.OPEN && state.digest().equals(revision.digest());
  }

  /** Somebody inactive is kept: that they cannot be told has to be seen. */
  private boolean left(PersonId member) {
    Person person = directory.person(member);
    return person != null
        && person.active()
        && Eligibility.of(Actor.of(person), revision) == Eligibility.LEFT;
  }

  /**
   * Everybody in the sets of its policies, as bound and as they are, and the admins: also authors,
   * and who was taken out of a set since, so that nobody can be kept from hearing of it.
   */
  SortedMap<PersonId, String> alarmed() {
    SortedMap<PersonId, String> readers = admins(ADMIN);
    List<BoundPolicy> policies = new ArrayList<>(revision.policies());
    policies.addAll(revision.live(rules, directory));
    for (BoundPolicy policy : policies) {
      policy.members().forEach(member -> readers.put(member, ALWAYS));
    }
    return readers;
  }

  /** Whether it is about access, which is given by the very transaction that merges it. */
  boolean ofAccess() {
    return state.scope() instanceof Scope.OfAccess;
  }

  /** The same, told of by that word. */
  News called(String other) {
    return new News(event, other, sequence, at, state, revision, rules, directory, spoken);
  }

  /** The admins, and who answers for the request. */
  SortedMap<PersonId, String> overseers() {
    SortedMap<PersonId, String> readers = admins();
    readers.putAll(responsible());
    return readers;
  }

  /** Who may approve it and who is involved, but for whoever did it. */
  SortedMap<PersonId, String> concerned(ActorId by) {
    SortedMap<PersonId, String> readers = approvers();
    readers.putAll(involved());
    if (by instanceof PersonId person) {
      readers.remove(person);
    }
    return readers;
  }

  /** The admins of its documents. */
  SortedMap<PersonId, String> admins() {
    return admins(OVERSEER);
  }

  private SortedMap<PersonId, String> admins(String why) {
    SortedMap<PersonId, String> admins = new TreeMap<>();
    switch (revision.payload()) {
      case Payload.OfSecrets _ -> {
        for (DocumentId document : revision.governed()) {
          rules.access().admins(document, directory).forEach(admin -> admins.put(admin, why));
        }
      }
      case Payload.OfAccess(Entitlement asked) ->
          rules
              .access()
              .admins(asked.place().environment(), asked.place().path(), directory)
              .forEach(admin -> admins.put(admin, why));
      case Payload.OfGovernance _ ->
          Governed.admins(rules.access(), directory).forEach(admin -> admins.put(admin, why));
    }
    return admins;
  }

  /** Who is involved, and whoever could merge it. */
  SortedMap<PersonId, String> actionable() {
    SortedMap<PersonId, String> readers = new TreeMap<>();
    for (Person person : directory.people().values()) {
      if (mayMerge(person)) {
        readers.put(person.id(), MERGER);
      }
    }
    readers.putAll(involved());
    return readers;
  }

  private boolean mayMerge(Person person) {
    return state.scope().allowed(Actor.of(person), Permission.REQUESTS_MERGE, rules.access());
  }

  /**
   * Who is involved, and who has said something before and may still read it, but for whoever
   * speaks now.
   */
  SortedMap<PersonId, String> talking(ActorId speaker) {
    SortedMap<PersonId, String> readers = new TreeMap<>();
    spoken.stream().filter(this::mayRead).forEach(person -> readers.put(person, SPEAKER));
    readers.putAll(involved());
    if (speaker instanceof PersonId person) {
      readers.remove(person);
    }
    return readers;
  }

  private boolean mayRead(PersonId id) {
    Actor actor = directory.actor(id);
    return actor != null && Requester.mayRead(actor, state, revision, rules.access());
  }

  /** What somebody is told of each fact about a rule that it changes. */
  UnaryOperator<Difference> told(PersonId id) {
    Actor actor = directory.actor(id);
    return actor != null && Requester.mayReadPeople(actor, revision, rules.access())
        ? UnaryOperator.identity()
        : Difference::forAll;
  }

  /** What there is to tell of a merge that went around its approvers. */
  Around around() {
    Request.Unreviewed unreviewed = Objects.requireNonNull(state.unreviewed(), "went around them");
    return around(unreviewed.reason(), state.rejecting());
  }

  /** The same of one that begins. */
  Around around(Event.MergeStarted started) {
    return around(started.reason(), started.against());
  }

  private Around around(String reason, Collection<PersonId> against) {
    return Around.of(reason, against, missing(), directory);
  }

  /** The approvals that it lacks: while it is merged, and after that, nobody votes on it. */
  private List<Reason> missing() {
    return state.digest().equals(revision.digest())
        ? Agreement.missing(Agreement.now(state, revision, rules, directory).reasons())
        : List.of();
  }

  /** The author, or the owners of the machine that it is, and the voters, with why each is told. */
  SortedMap<PersonId, String> involved() {
    SortedMap<PersonId, String> readers = new TreeMap<>();
    state.votes().keySet().forEach(voter -> readers.put(voter, VOTER));
    readers.putAll(responsible());
    return readers;
  }

  /** The author, or the owners of the machine that it is. */
  private SortedMap<PersonId, String> responsible() {
    SortedMap<PersonId, String> readers = new TreeMap<>();
    switch (state.author()) {
      case PersonId author -> readers.put(author, AUTHOR);
      case MachineId machine ->
          directory.activeOwners(machine).forEach(owner -> readers.put(owner, OWNER));
    }
    return readers;
  }

  /** The names of those who approve. */
  String approving() {
    return Said.names(state.approving(), directory);
  }

  /** The names of those who reject. */
  String rejecting() {
    return Said.names(state.rejecting(), directory);
  }

  /** When it happened. */
  String when() {
    return Said.time(at);
  }
}
