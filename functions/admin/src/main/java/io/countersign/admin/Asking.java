package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.rule.Edit;
import io.countersign.rule.Thing;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Neighbours;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the requests by which others agree to changes of rules (rule 13), and their revisions. */
final class Asking {
  private static final int MADE = 202;

  /** No values are written, so nothing is named by it. */
  private static final String NO_TOKEN = "";

  private static final int LONGEST_TITLE = 200;

  /**
   * What one try rests on.
   *
   * @param counters read before the rules and the directory
   */
  record Basis(
      Actor actor,
      Rules rules,
      Directory directory,
      Counters counters,
      Repeats.@Nullable Key key) {}

  private final Store store;
  private final Neighbours neighbours;
  private final Submitted submitted;
  private final InstantSource clock;

  Asking(Store store, Neighbours neighbours, Submitted submitted, InstantSource clock) {
    this.store = store;
    this.neighbours = neighbours;
    this.submitted = submitted;
    this.clock = clock;
  }

  /** The answer with the new request, or null when something was not as read any more. */
  @Nullable HttpResponse ask(Basis on, List<Edit> edits, List<Policy> governing, Wording wording) {
    Instant now = clock.instant();
    ProjectId project =
        edits.stream().anyMatch(Edit::ofProject)
            ? on.rules().project().id()
            : ProjectId.ORGANISATION;
    Revision revision =
        Revision.sealed(
            new RequestId(project, store.nextNumber(project)),
            NO_TOKEN,
            on.actor().id(),
            title(edits, wording),
            wording.message(),
            new Payload.OfGovernance(project, edits),
            bound(governing, on.directory()),
            on.directory(),
            now);
    return made(
        on,
        null,
        revision,
        new Command.Submit(on.actor(), revision, on.rules(), on.directory()),
        now);
  }

  /** The same with the next revision of what is there. */
  @Nullable HttpResponse revise(
      Grounds on,
      Digest seen,
      List<Edit> edits,
      List<Policy> governing,
      Wording wording,
      Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    Revision next =
        on.revision()
            .revised(
                NO_TOKEN,
                on.actor().id(),
                title(edits, wording),
                wording.message(),
                new Payload.OfGovernance(on.request().id().project(), edits),
                bound(governing, on.directory()),
                on.directory(),
                now);
    return made(
        new Basis(on.actor(), on.rules(), on.directory(), on.counters(), key),
        on,
        next,
        new Command.Revise(on.actor(), seen, next, on.rules(), on.directory()),
        now);
  }

  private static List<BoundPolicy> bound(List<Policy> governing, Directory directory) {
    return governing.stream().map(each -> each.bind(directory)).toList();
  }

  private static String title(List<Edit> edits, Wording wording) {
    if (wording.title() != null) {
      return wording.title();
    }
    Thing first = edits.getFirst().thing();
    String words =
        edits.size() == 1 ? first.words() : first.words() + " and " + (edits.size() - 1) + " more";
    return words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE - 1) + "…" : words;
  }

  private @Nullable HttpResponse made(
      Basis on, @Nullable Grounds replaced, Revision revision, Command command, Instant now) {
    RequestId id = revision.request();
    RequestId same = neighbours.same(id.project(), revision.author(), revision.scope());
    if (same != null && (replaced == null || !same.equals(id))) {
      throw Problem.of(
              409,
              "same-request",
              "You have asked for a change of just that: it waits as " + same + ".")
          .withPresent(Json.object().put("id", same.toString()).build())
          .asException();
    }
    return switch (Requests.decide(replaced == null ? null : replaced.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          (replaced == null
                  ? Answers.problem(refusal, on.directory())
                  : Answers.problem(refusal, replaced.clearing()))
              .response();
      case Outcome.Accepted(List<Event> events) -> {
        Repeats.Key key = on.key();
        Commit commit =
            Commit.of(id, replaced == null ? null : replaced.head(), events, now)
                .with(revision)
                .resting(on.counters())
                .repeatable(key == null ? null : key.done(id, MADE, now));
        yield store.commit(commit)
            ? submitted.answer(
                new Clearing(commit.after(), revision, on.rules(), on.directory()),
                on.actor(),
                MADE)
            : null;
      }
    };
  }

  /** Answers a call that was carried out before. */
  HttpResponse again(Actor actor, Repeat repeat) {
    return submitted.again(
        store, actor, Objects.requireNonNull(repeat.request(), "it made one"), MADE);
  }
}
