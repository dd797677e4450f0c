package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Proposing;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.HttpResponse;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.request.Command;
import io.countersign.revision.Digest;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Surroundings;
import io.countersign.rule.Edit;
import io.countersign.rule.Thing;
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

  static final int LONGEST_TITLE = 200;

  private final Store store;
  private final Proposing proposing;
  private final Submitted submitted;
  private final InstantSource clock;

  Asking(Store store, Neighbours neighbours, Submitted submitted, InstantSource clock) {
    this.store = store;
    this.proposing = new Proposing(store, neighbours, submitted, "a change of just that", MADE);
    this.submitted = submitted;
    this.clock = clock;
  }

  /** The answer with the new request, or null when something was not as read any more. */
  @Nullable HttpResponse ask(
      Proposing.Basis on, List<Edit> edits, List<Policy> governing, Wording wording) {
    Instant now = clock.instant();
    ProjectId project = project(edits, on.rules());
    Revision revision =
        Revision.sealed(
            new RequestId(project, store.nextNumber(project)),
            Proposing.NO_TOKEN,
            on.actor().id(),
            title(edits, wording),
            wording.message(),
            payload(project, edits, on.rules(), on.directory()),
            bound(governing, on.directory()),
            on.directory(),
            now);
    return proposing.made(
        on, revision, new Command.Submit(on.actor(), revision, on.rules(), on.directory()), now);
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
                Proposing.NO_TOKEN,
                on.actor().id(),
                title(edits, wording),
                wording.message(),
                payload(on.request().id().project(), edits, on.rules(), on.directory()),
                bound(governing, on.directory()),
                on.directory(),
                now);
    return proposing.made(
        new Proposing.Basis(on.actor(), on, on.rules(), on.directory(), on.counters(), key),
        next,
        new Command.Revise(on.actor(), seen, next, on.rules(), on.directory()),
        now);
  }

  /** To whose rules they belong: where both have a say, to the project's. */
  static ProjectId project(List<Edit> edits, Rules rules) {
    return edits.stream().anyMatch(Edit::ofProject) ? rules.project().id() : ProjectId.ORGANISATION;
  }

  private Payload payload(ProjectId project, List<Edit> edits, Rules rules, Directory directory) {
    List<Rules> places = Surroundings.places(edits, rules, store::everyProject);
    return new Payload.OfGovernance(project, edits, Surroundings.of(edits, places, directory));
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

  /** Answers a call that was carried out before. */
  HttpResponse again(Actor actor, Repeat repeat) {
    return submitted.again(
        store, actor, Objects.requireNonNull(repeat.request(), "it made one"), MADE);
  }
}
