package io.countersign.query.list;

import io.countersign.directory.ActorId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.policy.Kind;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Paging;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog.Before;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What list is asked for; unknown parameters and bad values are refused by name.
 *
 * @param statuses empty for any
 * @param review of those that were live without their approvers only these; null for all
 * @param kind what they propose, or null for anything
 * @param whose all that the reader may see, or only what waits for them
 * @param text looked for in title and paths, and at the beginning of keys; lower-case
 */
record ListFilters(
    @Nullable ProjectId project,
    Set<Status> statuses,
    @Nullable Review review,
    @Nullable Kind kind,
    @Nullable EnvironmentId environment,
    @Nullable ActorId author,
    Whose whose,
    @Nullable String text,
    @Nullable Before before,
    int limit) {
  /** Which requests the list is about. */
  enum Whose {
    ANYBODYS,
    WAITING
  }

  private static final int USUAL = 25;
  private static final int MOST = 100;
  private static final int LONGEST = 100;

  /** Whether an approver has looked at what was live without them. */
  enum Review {
    DONE,
    MISSING
  }

  static ListFilters of(HttpRequest http) {
    Fields fields = http.queryFields();
    ProjectId project = fields.optionalTyped("project", ProjectId::new);
    String statuses = fields.optionalText("status");
    String reviewed = fields.optionalText("reviewed");
    Kind kind = fields.has("kind") ? fields.choice("kind", Kind.class) : null;
    EnvironmentId environment = fields.optionalTyped("environment", EnvironmentId::new);
    ActorId author = fields.optionalTyped("author", ActorId::of);
    String waiting = fields.optionalText("waitingFor");
    String text = fields.has("q") ? fields.text("q", LONGEST) : null;
    String cursor = fields.optionalText("cursor");
    String limit = fields.optionalText("limit");
    fields.end();
    Set<Status> wanted = statuses == null ? Set.of() : statuses(statuses);
    return new ListFilters(
        project,
        wanted,
        reviewed == null ? null : review(reviewed),
        kind,
        environment,
        author,
        waiting == null ? Whose.ANYBODYS : whose(waiting),
        text == null ? null : text.toLowerCase(Locale.ROOT),
        cursor == null ? null : Paging.place(ListCursor.read(cursor)),
        limit == null ? USUAL : Paging.limit(limit, MOST));
  }

  /** Several stand with commas between them; the HTTP API itself joins repeated ones so. */
  private static Set<Status> statuses(String list) {
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    for (String each : list.split(",", -1)) {
      statuses.add(
          Fields.of(Json.object().put("status", each).build()).choice("status", Status.class));
    }
    return statuses;
  }

  private static Review review(String reviewed) {
    return switch (reviewed) {
      case "true" -> Review.DONE;
      case "false" -> Review.MISSING;
      default -> throw new InvalidField("reviewed", "choice", "must be one of true, false");
    };
  }

  private static Whose whose(String waiting) {
    if (waiting.equals("me")) {
      return Whose.WAITING;
    }
    throw new InvalidField("waitingFor", "choice", "must be me");
  }

  /** All that waits for the reader, of one project or of all, up to as many. */
  static ListFilters waiting(@Nullable ProjectId project, int most) {
    return new ListFilters(
        project, Set.of(), null, null, null, null, Whose.WAITING, null, null, most);
  }

  /** Everything, up to as many. */
  static ListFilters all(int most) {
    return new ListFilters(
        null, Set.of(), null, null, null, null, Whose.ANYBODYS, null, null, most);
  }

  /** Whether more has to be looked at than is shown. */
  boolean narrow() {
    return review != null
        || kind != null
        || environment != null
        || author != null
        || text != null
        || inWaiting();
  }

  /** A list of what waits is of all projects and statuses. */
  private boolean inWaiting() {
    return whose == Whose.WAITING && (project != null || !statuses.isEmpty());
  }

  /** Whether it is one of those, as far as its state tells. */
  boolean match(Request request) {
    return (statuses.isEmpty() || statuses.contains(request.status()))
        && (review == null || review == review(request))
        && (project == null || project.equals(request.id().project()))
        && (author == null || author.equals(request.author()))
        && (kind == null || kind == request.scope().kind())
        && (environment == null || request.scope().in(environment));
  }

  private static @Nullable Review review(Request request) {
    Request.Unreviewed unreviewed = request.unreviewed();
    return unreviewed == null ? null : unreviewed.reviewed() == null ? Review.MISSING : Review.DONE;
  }

  /** Whether title or a path has the text. */
  boolean textIn(Request request) {
    return text == null
        || has(request.title())
        || request.scope().paths().stream().anyMatch(this::has);
  }

  /** Whether a key begins with the text. */
  boolean textIn(Revision revision) {
    return revision.operations().stream()
        .flatMap(each -> each.keys().stream())
        .anyMatch(this::begins);
  }

  private boolean has(String where) {
    return text == null || where.toLowerCase(Locale.ROOT).contains(text);
  }

  private boolean begins(String key) {
    return text == null || key.toLowerCase(Locale.ROOT).startsWith(text);
  }
}
