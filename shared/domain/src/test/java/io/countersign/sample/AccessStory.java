package io.countersign.sample;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests for access of one project, numbered from 1, and the grants that they gave: what is
 * accepted happens, what is refused does not. Dan and Eve are developers, Ada has all permissions,
 * Amy and Bob are there to approve.
 */
public final class AccessStory {
  private Rules rules;
  private Directory directory =
      People.with(
          People.directory("ada", "amy", "bob", "cem", "dan", "eve"),
          People.machine("robot", "ada"));
  private Instant now = Proposals.NOON;
  private final SortedMap<Long, Request> requests = new TreeMap<>();
  private final SortedMap<Long, Revision> revisions = new TreeMap<>();
  private final SortedMap<GrantId, Grant> grants = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();

  public AccessStory(Policy... policies) {
    List<Binding> bindings =
        List.of(
            Rulebook.binding("ada", Role.ADMIN, "ada"),
            Rulebook.binding("dan", Role.DEVELOPER, "dan"),
            Rulebook.binding("eve", Role.DEVELOPER, "eve"));
    rules = Rulebook.rules(List.of(policies), bindings);
  }

  /** From now on these are the policies. */
  public void policies(Policy... policies) {
    rules = AccessRules.with(rules, List.of(policies), null);
  }

  /** From now on these are the roles. */
  public void roles(Binding... bindings) {
    rules = AccessRules.with(rules, null, List.of(bindings));
  }

  /** From now on these are the people. */
  public void people(Person... people) {
    directory = People.directory(people);
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  public Instant now() {
    return now;
  }

  public Outcome ask(String author, Entitlement asked) {
    return ask(author, asked, "");
  }

  /** A new request, with the number after the last one's. */
  public Outcome ask(String author, Entitlement asked, String reason) {
    long number = requests.isEmpty() ? 1 : requests.lastKey() + 1;
    Revision revision =
        Revision.sealed(
            new RequestId(Rulebook.PAYMENTS, number),
            "",
            ActorId.of(author),
            asked.words(),
            reason,
            new Payload.OfAccess(asked),
            rules().bind(asked.place(), directory),
            directory,
            now);
    Command.Submit submit = new Command.Submit(actor(author), revision, rules(), directory);
    return take(number, revision, submit);
  }

  public Outcome revise(long number, String author, Entitlement asked) {
    Revision before = revision(number);
    Revision next =
        before.revised(
            "",
            ActorId.of(author),
            asked.words(),
            "",
            new Payload.OfAccess(asked),
            rules().bind(asked.place(), directory),
            directory,
            now);
    Command.Revise revise =
        new Command.Revise(actor(author), before.digest(), next, rules(), directory);
    return take(number, next, revise);
  }

  public Outcome approve(long number, String voter) {
    return vote(number, voter, Decision.APPROVE, null);
  }

  /** Approves it for that long at most. */
  public Outcome approve(long number, String voter, Duration lasting) {
    return vote(number, voter, Decision.APPROVE, lasting);
  }

  public Outcome vote(long number, String voter, Decision decision, @Nullable Duration lasting) {
    return take(
        number,
        new Command.CastVote(
            actor(voter),
            state(number).digest(),
            decision,
            "",
            Event.Via.SIGN_IN,
            lasting,
            revision(number),
            rules(),
            directory));
  }

  public Outcome merge(long number, String who) {
    return take(
        number,
        new Command.StartMerge(
            actor(who), state(number).digest(), revision(number), rules(), directory, true));
  }

  public Outcome bypass(long number, String who) {
    return take(
        number,
        new Command.Bypass(
            ActorId.of(who),
            state(number).digest(),
            "Production is down, and nobody answers.",
            revision(number),
            rules(),
            directory));
  }

  public Outcome revoke(long number, String who) {
    return take(number, revoking(number, who));
  }

  /** What the person would end it with. */
  public Command.Revoke revoking(long number, String who) {
    return new Command.Revoke(
        actor(who), "No longer needed.", revision(number), rules(), directory);
  }

  /** The clock ends what the request gave. */
  public Outcome end(long number) {
    return take(number, new Command.EndAccess(grant(number)));
  }

  public Outcome expire(long number) {
    return take(number, new Command.Expire());
  }

  private Outcome take(long number, Command command) {
    return take(number, null, command);
  }

  private Outcome take(long number, @Nullable Revision made, Command command) {
    Request before = requests.get(number);
    Outcome outcome = Requests.decide(before, command, now);
    if (outcome instanceof Outcome.Accepted(List<Event> happened)) {
      RequestId id = new RequestId(Rulebook.PAYMENTS, number);
      requests.put(number, Requests.evolve(id, before, happened, now));
      happened.forEach(this::kept);
      if (made != null) {
        revisions.put(number, made);
      }
      events.addAll(happened);
    }
    return outcome;
  }

  /** As the store keeps it. */
  private void kept(Event event) {
    switch (event) {
      case Event.AccessGranted(Grant grant) -> grants.put(grant.id(), grant);
      case Event.AccessEnded(Grant grant, _, _) -> grants.remove(grant.id());
      default -> {}
    }
  }

  /** What keeps it from being merged now, by code. */
  public List<String> codes(long number) {
    return reasons(number).stream().map(Reason::code).toList();
  }

  public List<Reason> reasons(long number) {
    return Requests.hindrances(state(number), revision(number), rules(), directory, now);
  }

  public Request state(long number) {
    return Objects.requireNonNull(requests.get(number));
  }

  public Revision revision(long number) {
    return Objects.requireNonNull(revisions.get(number));
  }

  /** What the request gave, as it is now; fails where nobody has it any more. */
  public Grant grant(long number) {
    return Objects.requireNonNull(grants.get(AccessRules.id(number)));
  }

  public Rules rules() {
    return AccessRules.with(rules, grants.values(), now);
  }

  public Directory directory() {
    return directory;
  }

  public List<Event> events() {
    return events;
  }

  /** Somebody as the directory has them; a stranger is active and in no group. */
  public Actor actor(String name) {
    Actor known = directory.actor(ActorId.of(name));
    return known == null ? People.actor(name) : known;
  }
}
