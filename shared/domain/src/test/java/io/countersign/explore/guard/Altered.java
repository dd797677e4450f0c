package io.countersign.explore.guard;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.request.Vote;
import io.countersign.revision.Revision;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Facts that are not as they are. */
final class Altered {
  private static final GroupId APPROVERS = new GroupId("approvers");

  private Altered() {}

  static Request status(Request request, Status status) {
    return altered(request, status, request.votes(), request.ending());
  }

  /** Without the rejections. */
  static Request unrejected(Request request) {
    SortedMap<PersonId, Vote> votes = new TreeMap<>(request.votes());
    votes.values().removeIf(each -> each.decision() == Decision.REJECT);
    return altered(request, request.status(), votes, request.ending());
  }

  /** With these votes. */
  static Request votes(Request request, SortedMap<PersonId, Vote> votes) {
    return altered(request, request.status(), votes, request.ending());
  }

  /** As if no merge had come to nothing. */
  static Request alive(Request request) {
    return altered(request, request.status(), request.votes(), Request.Ending.NONE);
  }

  private static Request altered(
      Request of, Status status, SortedMap<PersonId, Vote> votes, Request.Ending ending) {
    return new Request(
        of.id(),
        status,
        of.author(),
        of.title(),
        of.createdAt(),
        of.revision(),
        of.digest(),
        of.scope(),
        of.expiresAt(),
        votes,
        of.announced(),
        ending,
        of.sequence());
  }

  /** As if only who made this revision were an author. */
  static Revision unedited(Revision of) {
    return altered(of, new TreeSet<>(List.of(of.author())), of.owners(), of.policies());
  }

  /** As if nobody owned a machine that wrote it. */
  static Revision unowned(Revision of) {
    return altered(of, of.authors(), new TreeSet<>(), of.policies());
  }

  static Revision bound(Revision of, List<BoundPolicy> policies) {
    return altered(of, of.authors(), of.owners(), policies);
  }

  private static Revision altered(
      Revision of,
      SortedSet<ActorId> authors,
      SortedSet<PersonId> owners,
      List<BoundPolicy> policies) {
    return new Revision(
        of.request(),
        of.number(),
        of.token(),
        of.author(),
        authors,
        owners,
        of.title(),
        of.message(),
        of.payload(),
        policies,
        of.madeAt(),
        of.digest());
  }

  static Revision each(Revision of, UnaryOperator<BoundPolicy> change) {
    return bound(of, of.policies().stream().map(change).toList());
  }

  static BoundPolicy terms(BoundPolicy policy, UnaryOperator<Policy> change) {
    Policy plain = Rulebook.with(Rulebook.policy("plain"), policy.terms());
    return altered(policy, change.apply(plain).terms(), policy.requirements());
  }

  /** With that person among the members of each requirement. */
  static BoundPolicy admitting(BoundPolicy policy, PersonId person) {
    return altered(
        policy,
        policy.terms(),
        policy.requirements().stream()
            .map(
                each -> {
                  SortedSet<PersonId> people = new TreeSet<>(each.requirement().people());
                  people.add(person);
                  SortedSet<PersonId> members = new TreeSet<>(each.members());
                  members.add(person);
                  return new BoundRequirement(
                      new Requirement(
                          each.requirement().approvals(), people, each.requirement().groups()),
                      members);
                })
            .toList());
  }

  private static BoundPolicy altered(
      BoundPolicy of, Terms terms, List<BoundRequirement> requirements) {
    return new BoundPolicy(of.id(), of.name(), of.version(), terms, requirements, of.bypassers());
  }

  static Rules policies(Rules of, List<Policy> policies) {
    return new Rules(
        of.project(), of.environments(), policies, of.access(), of.destinations(), of.roles());
  }

  /** With that actor as they were read. */
  static Directory with(Directory of, Actor actor) {
    SortedMap<PersonId, Person> people = new TreeMap<>(of.people());
    PersonId id = (PersonId) actor.id();
    Person person = Objects.requireNonNull(people.get(id), "people are never deleted");
    people.put(
        id,
        new Person(
            id,
            person.name(),
            person.email(),
            actor.active(),
            person.subject(),
            actor.groups(),
            person.version()));
    return new Directory(people, of.groups(), of.machines());
  }

  /** Active, and in the group of the approvers. */
  static Actor present(Actor of) {
    return new Actor(of.id(), of.name(), true, new TreeSet<>(List.of(APPROVERS)));
  }

  /** The same policy, which anybody may bypass. */
  static BoundPolicy open(BoundPolicy of) {
    return terms(of, policy -> Rulebook.with(policy, policy.terms().with(new Bypass.Anyone())));
  }

  static Command.StartMerge with(Command.StartMerge of, Revision revision) {
    return new Command.StartMerge(
        of.actor(), of.seen(), revision, of.rules(), of.directory(), of.resume());
  }

  static Command.StartMerge with(Command.StartMerge of, Rules rules) {
    return new Command.StartMerge(
        of.actor(), of.seen(), of.revision(), rules, of.directory(), of.resume());
  }

  static Command.CastVote with(Command.CastVote of, Actor actor, Revision revision) {
    return new Command.CastVote(
        actor, of.seen(), of.decision(), of.comment(), revision, of.rules(), of.directory());
  }
}
