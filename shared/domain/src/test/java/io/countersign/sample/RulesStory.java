package io.countersign.sample;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Requests;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Surroundings;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Governed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request to change the rules of {@link Charter}: what is accepted happens, what is refused
 * does not. What others change meanwhile is said with it.
 */
public final class RulesStory {
  private Basis basis;
  private @Nullable Request state;
  private @Nullable Revision revision;
  private final List<Event> events = new ArrayList<>();

  public RulesStory(Basis basis) {
    this.basis = basis;
  }

  /** Others change that meanwhile. */
  public void happens(Edit... edits) {
    basis = basis.with(List.of(edits));
  }

  /** From now on that is what there is. */
  public void basis(Basis other) {
    basis = other;
  }

  public Outcome submit(String author, Edit... edits) {
    return submit(author, bound(edits), edits);
  }

  /** Asks only these. */
  public Outcome submit(String author, List<BoundPolicy> policies, Edit... edits) {
    Payload payload = payload(edits);
    revision =
        Revision.sealed(
            new RequestId(Rulebook.PAYMENTS, 1),
            "",
            ActorId.of(author),
            "Other rules",
            "",
            payload,
            policies,
            directory(),
            Proposals.NOON);
    return take(new Command.Submit(actor(author), revision, basis.rules(), directory()));
  }

  public Outcome revise(String author, Edit... edits) {
    Revision next =
        revision()
            .revised(
                "",
                ActorId.of(author),
                "Other rules",
                "",
                payload(edits),
                bound(edits),
                directory(),
                Proposals.NOON);
    Outcome outcome =
        take(new Command.Revise(actor(author), state().digest(), next, basis.rules(), directory()));
    if (outcome instanceof Outcome.Accepted) {
      revision = next;
    }
    return outcome;
  }

  private Payload payload(Edit... edits) {
    List<Rules> places = Surroundings.places(List.of(edits), basis.rules(), List::of);
    return new Payload.OfGovernance(
        Rulebook.PAYMENTS, List.of(edits), Surroundings.of(List.of(edits), places, directory()));
  }

  public Outcome approve(String voter) {
    return vote(voter, Decision.APPROVE);
  }

  public Outcome vote(String voter, Decision decision) {
    return take(
        new Command.CastVote(
            actor(voter), state().digest(), decision, "", revision(), basis.rules(), directory()));
  }

  public Outcome merge(String who) {
    return take(
        new Command.StartMerge(
            actor(who), state().digest(), revision(), basis.rules(), directory(), true));
  }

  public Outcome bypass(String who) {
    return take(
        new Command.Bypass(
            ActorId.of(who),
            state().digest(),
            "Nobody answers, and it is urgent.",
            revision(),
            basis.rules(),
            directory()));
  }

  private Outcome take(Command command) {
    Outcome outcome = Requests.decide(state, command, Proposals.NOON);
    if (outcome instanceof Outcome.Accepted(List<Event> happened)) {
      state = Requests.evolve(new RequestId(Rulebook.PAYMENTS, 1), state, happened, Proposals.NOON);
      events.addAll(happened);
    }
    return outcome;
  }

  /** The policies that these must satisfy now. */
  public List<BoundPolicy> bound(Edit... edits) {
    return Governed.by(List.of(edits), basis.rules(), directory()).stream()
        .map(each -> each.bind(directory()))
        .toList();
  }

  /** What keeps it from being merged now. */
  public List<Reason> reasons() {
    return Requests.hindrances(state(), revision(), basis.rules(), directory(), Proposals.NOON);
  }

  /** The codes of that. */
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

  public Basis basis() {
    return basis;
  }

  private Directory directory() {
    return basis.directory();
  }

  /** Whether they are told how those are reached whom it is about. */
  public boolean readsPeople(String who) {
    return Requester.mayReadPeople(actor(who), revision(), basis.rules().access());
  }

  /** Somebody as the directory has them; a stranger is active and in no group. */
  public Actor actor(String name) {
    Actor known = directory().actor(ActorId.of(name));
    return known == null ? People.actor(name) : known;
  }
}
