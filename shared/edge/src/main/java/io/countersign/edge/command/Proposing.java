package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Neighbours;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits a request that proposes no values, or its next revision, and answers with it. Of what
 * nobody has two open requests about, the second one is refused with the name of the first.
 */
public final class Proposing {
  /** The token of such a revision: no values are written, so nothing is named by it. */
  public static final String NO_TOKEN = "";

  /**
   * What one try rests on.
   *
   * @param replaced what there is of the request that is revised, or null for a new one
   * @param counters read before the rules and the directory
   */
  public record Basis(
      Actor actor,
      @Nullable Grounds replaced,
      Rules rules,
      Directory directory,
      Counters counters,
      Repeats.@Nullable Key key) {}

  private final Store store;
  private final Neighbours neighbours;
  private final Submitted submitted;
  private final String asked;
  private final int status;

  /**
   * Commits requests of one kind.
   *
   * @param asked what its author has asked for where it is the same, in words
   * @param status of the answer
   */
  public Proposing(
      Store store, Neighbours neighbours, Submitted submitted, String asked, int status) {
    this.store = store;
    this.neighbours = neighbours;
    this.submitted = submitted;
    this.asked = asked;
    this.status = status;
  }

  /**
   * The answer, or null when something was not as read any more.
   *
   * @throws ProblemException 409 where its author has asked for the same
   */
  public @Nullable HttpResponse made(Basis basis, Revision revision, Command command, Instant now) {
    RequestId id = revision.request();
    Grounds replaced = basis.replaced();
    RequestId same = neighbours.same(id.project(), revision.author(), revision.scope());
    if (same != null && (replaced == null || !same.equals(id))) {
      throw Problem.of(
              409, "same-request", "You have asked for " + asked + ": it waits as " + same + ".")
          .withPresent(Json.object().put("id", same.toString()).build())
          .asException();
    }
    return switch (Requests.decide(replaced == null ? null : replaced.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          (replaced == null
                  ? Answers.problem(refusal, basis.directory())
                  : Answers.problem(refusal, replaced.clearing()))
              .response();
      case Outcome.Accepted(List<Event> events) -> {
        Repeats.Key key = basis.key();
        Commit commit =
            Commit.of(id, replaced == null ? null : replaced.head(), events, now)
                .with(revision)
                .resting(basis.counters())
                .repeatable(key == null ? null : key.done(id, status, now));
        yield store.commit(commit)
            ? submitted.answer(
                new Clearing(commit.after(), revision, basis.rules(), basis.directory()),
                basis.actor(),
                status)
            : null;
      }
    };
  }
}
