package io.countersign.vote;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Link;
import io.countersign.link.Polling;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Votes by mail: nobody is signed in, and who votes is who the mail was sent to (design §6). The
 * vote uses its ballot up in its own transaction, which rests on the rules and people as read.
 */
final class LinkVotes {
  static final String ROUTE = "POST /v1/links/vote";

  private static final int CAST = 200;

  private final Store store;
  private final Ballots ballots;
  private final InstantSource clock;
  private final Contention contention;

  LinkVotes(Store store, Ballots ballots, InstantSource clock, Contention contention) {
    this.store = store;
    this.ballots = ballots;
    this.clock = clock;
    this.contention = contention;
  }

  HttpResponse cast(HttpRequest http) {
    Slip slip = Slip.of(http.fields());
    Link found = ballots.find(slip.token().hash());
    Link link = found == null ? Link.NONE : found;
    // A try is taken before anything is known of it, so that what is void is told from nothing.
    Ballot ballot = ballots.take(link, clock.instant());
    Repeats.Key key = Repeats.of(http, slip.token());
    return contention.until(() -> attempt(slip, link, ballot, key));
  }

  private @Nullable HttpResponse attempt(
      Slip slip, Link link, @Nullable Ballot ballot, Repeats.@Nullable Key key) {
    RequestId id = link.request();
    Reading read =
        store.read(new Ask(null, id, link.digest(), key == null ? null : key.hash(), id.project()));
    Head head = read.head();
    Revision revision = read.revision();
    if (head == null || revision == null) {
      return Problem.linkVoid().response();
    }
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = Objects.requireNonNull(store.rules(counters), "a request has its project");
    Directory directory = store.directory(counters);
    Polling polling = new Polling(head.request(), revision, rules, directory);
    if (key != null && read.repeat() != null) {
      key.same(read.repeat());
      return answer(head.request(), polling);
    }
    Instant now = clock.instant();
    if (ballot == null || !polling.honours(link, now)) {
      return Problem.linkVoid().response();
    }
    if (!link.opens(slip.token(), slip.code())) {
      return wrong(ballot);
    }
    Actor actor = Objects.requireNonNull(directory.actor(link.person()), "may vote");
    Command vote =
        new Command.CastVote(
            actor,
            slip.digest(),
            slip.decision(),
            slip.comment(),
            Event.Via.MAIL,
            null,
            revision,
            rules,
            directory);
    return switch (Requests.decide(head.request(), vote, now)) {
      case Outcome.Refused(Refusal refusal) -> Answers.problem(refusal, Directory.EMPTY).response();
      case Outcome.Accepted(List<Event> events) -> {
        Commit commit =
            Commit.of(id, head, events, now)
                .resting(counters)
                .repeatable(key == null ? null : key.done(id, CAST, now))
                .spending(ballot);
        yield store.commit(commit) ? answer(commit.after(), polling) : null;
      }
    };
  }

  private static HttpResponse wrong(Ballot ballot) {
    int left = ballot.triesLeft();
    String more =
        switch (left) {
          case 0 -> "It was the last try: sign in to vote.";
          case 1 -> "One more try is left.";
          default -> left + " more tries are left.";
        };
    return Problem.of(422, "wrong-link-code", "This is not the code in the mail. " + more)
        .response();
  }

  /** No more than that it counts: who reads it has not signed in. */
  private static HttpResponse answer(Request after, Polling polling) {
    boolean agreed =
        Agreement.now(after, polling.revision(), polling.rules(), polling.directory()).agreed();
    return HttpResponse.json(
        CAST, Answers.summary(after).put("agreed", agreed).put("via", EventJson.BY_MAIL).build());
  }
}
