package io.countersign.explore.access;

import io.countersign.directory.Grant;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Vote;
import io.countersign.sample.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The real decisions, and commits as the store makes them; one guard may be left out, by deciding
 * on facts of which it would find nothing wrong.
 */
record Engine(@Nullable Guard without) {
  private static final String REASON = "Production is down just now.";

  /** What the command of that name comes to for whoever reads now; null where it is refused. */
  @Nullable Deed decided(Scene scene, String name, int number, Instant now) {
    Scene.Kept kept = Objects.requireNonNull(scene.kept(number));
    Request state = seen(kept.request(), name);
    Rules rules = rules(scene, name, now);
    Command command =
        switch (name) {
          case "merge" ->
              new Command.StartMerge(
                  People.actor(Cast.HOLDER),
                  state.digest(),
                  kept.revision(),
                  rules,
                  Cast.PEOPLE,
                  false);
          case "bypass" ->
              new Command.Bypass(
                  People.id(Cast.HOLDER),
                  state.digest(),
                  REASON,
                  kept.revision(),
                  rules,
                  Cast.PEOPLE);
          case "revoke" ->
              new Command.Revoke(
                  People.actor(Cast.HOLDER), "", kept.revision(), rules, Cast.PEOPLE);
          case "end" -> new Command.EndAccess(ended(Objects.requireNonNull(scene.grant()), now));
          default -> throw new IllegalArgumentException(name);
        };
    return Requests.decide(state, command, now) instanceof Outcome.Accepted(List<Event> events)
        ? new Deed(name, number, now, events, kept.version(), scene.counter(), null, false)
        : null;
  }

  private Grant ended(Grant grant, Instant now) {
    return without == Guard.OVER ? grant.until(now) : grant;
  }

  private Request seen(Request state, String name) {
    if (without == Guard.AGREEMENT && name.equals("merge") && state.approving().isEmpty()) {
      Event vote = new Event.Voted(People.id("amy"), state.digest(), Decision.APPROVE, "");
      return Requests.evolve(state.id(), state, List.of(vote), state.createdAt());
    }
    return switch (without) {
      case SHORTEST -> copy(state, state.expiresAt(), true);
      case LATENESS -> copy(state, null, false);
      case null, default -> state;
    };
  }

  private static Request copy(Request of, @Nullable Instant expiresAt, boolean unlimited) {
    TreeMap<PersonId, Vote> votes = new TreeMap<>(of.votes());
    if (unlimited) {
      votes.replaceAll(
          (_, vote) -> new Vote(vote.voter(), vote.decision(), vote.at(), vote.event()));
    }
    return new Request(
        of.id(),
        of.status(),
        of.author(),
        of.title(),
        of.createdAt(),
        of.revision(),
        of.digest(),
        of.scope(),
        expiresAt,
        votes,
        of.announced(),
        of.ending(),
        of.sequence());
  }

  private Rules rules(Scene scene, String name, Instant now) {
    Grant grant = without == Guard.REVIVAL ? scene.last() : scene.grant();
    if (without == Guard.CAP) {
      return Cast.uncapped(scene.strict(), grant, now);
    }
    boolean strict = scene.strict() && (without != Guard.BYPASS || !name.equals("bypass"));
    return Cast.rules(strict, grant, now);
  }

  /** That somebody uses the access, or null where the rules that they have read do not let them. */
  @Nullable Deed used(Scene scene, String user, Instant now) {
    Rules rules = Cast.rules(scene.strict(), scene.grant(), now);
    Rules read =
        without == Guard.INTERVAL && scene.grant() != null
            ? rules.at(scene.grant().begins())
            : rules;
    String taken = without == Guard.HOLDER ? Cast.HOLDER : user;
    boolean may = read.access().allows(People.actor(taken), Permission.SECRETS_REVEAL, Cast.THERE);
    return may
        ? new Deed(user + " uses it", 0, now, List.of(), 0, scene.counter(), user, false)
        : null;
  }

  /** What somebody does to a request whose access is none of their business. */
  Scene vote(Scene scene, int number, String voter, Decision decision, @Nullable Duration lasting) {
    Scene.Kept kept = Objects.requireNonNull(scene.kept(number));
    Instant now = Cast.time(0); // When somebody voted matters to nothing here.
    Command vote =
        new Command.CastVote(
            People.actor(voter),
            kept.request().digest(),
            decision,
            "",
            Event.Via.SIGN_IN,
            lasting,
            kept.revision(),
            Cast.rules(scene.strict(), scene.grant(), now),
            Cast.PEOPLE);
    return Requests.decide(kept.request(), vote, now) instanceof Outcome.Accepted(var events)
        ? scene.with(number, next(kept, events, now)).voted()
        : scene;
  }

  private static Scene.Kept next(Scene.Kept kept, List<Event> events, Instant at) {
    Request after = Requests.evolve(kept.request().id(), kept.request(), events, at);
    return new Scene.Kept(after, kept.revision(), kept.version() + 1);
  }

  /** The scene after the transaction, or null where something it rests on is not as read. */
  @Nullable Scene committed(Scene scene, Deed deed) {
    if (without != Guard.COUNTER && scene.counter() != deed.counter()) {
      return null;
    }
    if (deed.number() == 0) {
      return scene;
    }
    Scene.Kept kept = Objects.requireNonNull(scene.kept(deed.number()));
    if (without != Guard.VERSION && kept.version() != deed.version()) {
      return null;
    }
    if (without != Guard.LATENESS && kept.request().overdue(deed.at())) {
      return null;
    }
    List<Event> written =
        without == Guard.WHOLE
            ? deed.events().subList(0, Math.min(2, deed.events().size()))
            : deed.events();
    Scene next = scene.with(deed.number(), next(kept, written, deed.at()));
    for (Event event : written) {
      next = moved(next, event, deed.number());
      if (next == null) {
        return null;
      }
    }
    return next;
  }

  private @Nullable Scene moved(Scene scene, Event event, int number) {
    boolean there = scene.grant() != null;
    return switch (event) {
      case Event.AccessGranted(Grant grant) ->
          there == (number == 2) || without == Guard.REVIVAL
              ? scene.with(grant, without != Guard.BUMP)
              : null;
      case Event.AccessEnded _ -> there ? scene.with((Grant) null, without != Guard.BUMP) : null;
      default -> scene;
    };
  }
}
