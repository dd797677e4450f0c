package io.countersign.sample;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as it goes on: what is accepted happens to it, what is refused does not. */
public final class Story {
  private Rules rules;
  private Directory directory;
  private Instant now = Proposals.NOON;
  private @Nullable Request state;
  private @Nullable Revision revision;
  private final List<Event> events = new ArrayList<>();

  public Story(Rules rules, Directory directory) {
    this.rules = rules;
    this.directory = directory;
  }

  /** From now on these are the rules. */
  public void rules(Rules next) {
    rules = next;
  }

  /** From now on these are the people. */
  public void people(Person... people) {
    directory = People.directory(people);
  }

  /** From now on these are the machines too. */
  public void machines(Machine... machines) {
    directory = People.with(directory, machines);
  }

  public Instant now() {
    return now;
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  public Outcome submit(String author, DocumentId... documents) {
    ActorId id = ActorId.of(author);
    revision =
        Proposals.owned(
            Proposals.revision(Set.of(id), rules.bind(List.of(documents), directory), documents),
            directory.ownersSince(Set.of(id), now));
    return take(new Command.Submit(actor(author), revision, rules, directory));
  }

  /** Proposes to copy a key from the one document to the other. */
  public Outcome copy(String author, DocumentId from, DocumentId to) {
    revision =
        Proposals.copying(ActorId.of(author), rules.bind(List.of(from, to), directory), from, to);
    return take(new Command.Submit(actor(author), revision, rules, directory));
  }

  /** A new revision, on the one that is there. */
  public Outcome revise(String author, DocumentId... documents) {
    return revise(author, state().digest(), documents);
  }

  /** A new revision, on the one that its author saw. */
  public Outcome revise(String author, Digest seen, DocumentId... documents) {
    Revision next =
        Proposals.revised(
            revision(),
            ActorId.of(author),
            rules.bind(List.of(documents), directory),
            directory,
            now,
            documents);
    Outcome outcome = take(new Command.Revise(actor(author), seen, next, rules, directory));
    if (outcome instanceof Outcome.Accepted) {
      revision = next;
    }
    return outcome;
  }

  public Outcome approve(String voter) {
    return vote(voter, Decision.APPROVE);
  }

  public Outcome reject(String voter) {
    return vote(voter, Decision.REJECT);
  }

  public Outcome retract(String voter) {
    return vote(voter, Decision.RETRACT);
  }

  private Outcome vote(String voter, Decision decision) {
    return take(
        new Command.CastVote(
            actor(voter), state().digest(), decision, "", revision(), rules, directory));
  }

  public Outcome merge(String who) {
    return take(
        new Command.StartMerge(actor(who), state().digest(), revision(), rules, directory, false));
  }

  /** Bypasses its approvers. */
  public Outcome bypass(String who, String reason) {
    return bypass(People.id(who), reason);
  }

  public Outcome bypass(ActorId who, String reason) {
    return take(new Command.Bypass(who, state().digest(), reason, revision(), rules, directory));
  }

  public Outcome acknowledge(String who) {
    return take(new Command.Acknowledge(actor(who), "Seen.", revision(), directory));
  }

  /** Takes a failed merge up again. */
  public Outcome takeUp(String who, Event.Mode way) {
    return take(
        new Command.TakeUp(actor(who), state().digest(), way, revision(), rules, directory));
  }

  public Outcome comment(String who) {
    return take(new Command.Comment(actor(who), "text", revision(), rules.access()));
  }

  public Outcome withdraw(String who) {
    return take(new Command.Withdraw(actor(who), "reason", rules.access()));
  }

  /** Asks for the values of a key of {@code /db}. */
  public Outcome reveal(String who, String key) {
    return reveal(who, Rulebook.DB, key);
  }

  public Outcome reveal(String who, DocumentId document, String key) {
    return take(new Command.Reveal(actor(who), document, key, revision(), rules, directory));
  }

  /** Decides the command; what it comes to happens. */
  public Outcome take(Command command) {
    Outcome outcome = Requests.decide(state, command, now);
    if (outcome instanceof Outcome.Accepted(List<Event> happened)) {
      state = Requests.evolve(Proposals.ONE, state, happened, now);
      events.addAll(happened);
    }
    return outcome;
  }

  /** What keeps it from being merged now, or from being finished. */
  public List<Reason> reasons() {
    return Requests.hindrances(state(), revision(), rules, directory, now);
  }

  /** Who could clear what stands in its way. */
  public Clearing clearing() {
    return new Clearing(state(), revision(), rules, directory);
  }

  /** The codes of what keeps it from being merged now. */
  public List<String> codes() {
    return reasons().stream().map(Reason::code).toList();
  }

  public Request state() {
    return Objects.requireNonNull(state);
  }

  public Revision revision() {
    return Objects.requireNonNull(revision);
  }

  public List<Event> events() {
    return events;
  }

  public Rules rules() {
    return rules;
  }

  public Directory directory() {
    return directory;
  }

  /** Somebody as the directory has them; a stranger is active and in no group. */
  public Actor actor(String name) {
    Actor known = directory.actor(ActorId.of(name));
    return known == null ? People.actor(name) : known;
  }

  /** The refusal; fails when the command was accepted. */
  public static Refusal refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(Refusal refusal) -> refusal;
      case Outcome.Accepted(List<Event> happened) ->
          throw new AssertionError("accepted, and not refused: " + happened);
    };
  }

  /** The code of a refusal; fails when the command was accepted. */
  public static String refused(Outcome outcome) {
    return refusal(outcome).code();
  }

  /** The kinds of events that came of it; fails when the command was refused. */
  public static List<String> accepted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(List<Event> happened) ->
          happened.stream().map(each -> each.getClass().getSimpleName()).toList();
      case Outcome.Refused(Refusal refusal) ->
          throw new AssertionError("refused, and not accepted: " + refusal);
    };
  }
}
