package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.merge.Plan;
import io.countersign.request.Requester;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Another request's merge holds a document.
 *
 * @param reason with those who may bring that merge to its end, where the reader may see it
 */
public record Locked(RequestId holder, Reason reason) {

  /**
   * Which other request holds what the plan is to write, or null where none does. Where it is the
   * request itself, another call has begun its merge since it was read, and nothing can be
   * committed on what was.
   */
  public static @Nullable Locked find(Store store, Plan plan, RequestId of, Sight sight) {
    RequestId holder = store.lockedBy(plan.secrets());
    return holder == null || holder.equals(of)
        ? null
        : new Locked(
            holder,
            new Reason(
                "document-locked",
                "Request "
                    + holder
                    + " is being merged into the same document just now: wait for its end.",
                mergers(store, holder, sight)));
  }

  /** Whether it is what the same call made of this token, when it came before. */
  public boolean by(Store store, String token) {
    Head head = store.read(Ask.state(holder)).head();
    Revision revision = head == null ? null : store.revision(holder, head.request().digest());
    return revision != null && revision.token().equals(token);
  }

  public Problem problem(Directory directory) {
    return Problem.of(409, reason.code(), reason.message())
        .withReasons(Answers.reasons(List.of(reason), directory))
        .withPresent(Json.object().put("id", holder.toString()).build());
  }

  private static SortedSet<PersonId> mergers(Store store, RequestId holder, Sight sight) {
    SortedSet<PersonId> mergers = new TreeSet<>();
    Head head = store.read(Ask.state(holder)).head();
    if (head == null) {
      return mergers;
    }
    Revision revision =
        Objects.requireNonNull(
            store.revision(holder, head.request().digest()), "a request has its revision");
    if (Requester.mayRead(sight.reader(), head.request(), revision, sight.access())) {
      sight.directory().people().values().stream()
          .filter(
              each -> Requester.mayMerge(Actor.of(each), head.request(), revision, sight.access()))
          .forEach(each -> mergers.add(each.id()));
    }
    return mergers;
  }
}
