package io.countersign.notify;

import io.countersign.delivery.Reminding;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.edge.http.Events;
import io.countersign.json.Json;
import io.countersign.link.Turn;
import io.countersign.notify.letter.Asking;
import io.countersign.notify.letter.Letter;
import io.countersign.notify.letter.Said;
import io.countersign.policy.Rules;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Store;
import io.countersign.wire.RoundJson;
import java.time.InstantSource;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reminds those whose votes a request waits for, and those whose access ends soon. */
final class Nudges {
  private static final String HOLDER = "You get this mail because the access is yours.";
  private static final String WHY =
      "You get this mail because you may approve the request and have not voted on it.";

  private final Store store;
  private final Rounds rounds;
  private final History history;
  private final Dispatch dispatch;
  private final InstantSource clock;

  Nudges(Store store, Rounds rounds, History history, Dispatch dispatch, InstantSource clock) {
    this.store = store;
    this.rounds = rounds;
    this.history = history;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Plans the first round when approvers are asked. */
  void plan(News news) {
    if (Hearing.of(news.event()) == Hearing.ANYBODY) {
      Round first = Reminding.first(news.revision(), news.sequence());
      if (first != null) {
        rounds.plan(first);
      }
    }
    if (news.event() instanceof Event.AccessGranted(Grant grant)) {
      rounds.plan(Reminding.ofEnd(news.revision(), grant, news.sequence()));
    }
  }

  /** A round that is due; nothing happens when it is not waited for any more. */
  void take(Json.Obj envelope) {
    with(envelope, dispatch::tell);
  }

  /** One that does not come again. */
  void giveUp(Json.Obj envelope) {
    with(envelope, dispatch::giveUp);
  }

  private void with(Json.Obj envelope, BiConsumer<News, Letter> what) {
    Round round = RoundJson.read(Events.object(envelope, "detail"));
    Request state =
        Objects.requireNonNull(store.read(Ask.state(round.request())).head(), "the request")
            .request();
    if (Reminding.waits(state, round, clock.instant())) {
      remind(round, state, what);
    }
  }

  private void remind(Round round, Request state, BiConsumer<News, Letter> what) {
    Revision revision =
        Objects.requireNonNull(store.revision(round.request(), round.digest()), "the revision");
    Rules rules =
        Objects.requireNonNull(store.rules(round.request().project()), "the request's project");
    Directory directory = store.directory();
    Grant ending = Reminding.ending(state, rules);
    if (state.status() != Status.OPEN && ending == null) {
      return;
    }
    SortedMap<PersonId, String> readers = new TreeMap<>();
    if (ending != null) {
      readers.put(ending.holder(), HOLDER);
    } else {
      Reminding.people(state, revision, round, rules, directory)
          .forEach(person -> readers.put(person, WHY));
    }
    Event asked = history.event(round.request(), round.sequence());
    News news =
        new News(
            asked,
            "Reminder " + round.number(),
            round.sequence(),
            round.due(),
            state,
            revision,
            rules,
            directory,
            new TreeSet<>());
    what.accept(
        news, ending == null ? asking(readers, round, state, revision) : ended(readers, ending));
  }

  private static Letter ended(SortedMap<PersonId, String> readers, Grant grant) {
    return new Letter(readers, (letters, facts) -> letters.ending(facts, Said.time(grant.ends())));
  }

  private static Letter asking(
      SortedMap<PersonId, String> readers, Round round, Request state, Revision revision) {
    Asking asking = Asking.of(revision, state.expiresAt());
    String since = Said.time(revision.madeAt());
    return new Letter(
        readers,
        (letters, facts) -> letters.reminding(facts, asking, since),
        new Turn(round.sequence(), round.number()));
  }
}
