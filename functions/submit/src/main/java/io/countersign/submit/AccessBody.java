package io.countersign.submit;

import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.Target;
import io.countersign.project.EnvironmentId;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The access that a body asks for.
 *
 * @param place or null where it extends what there is
 * @param actions empty where it extends what there is
 * @param end when it is to end in any case, or null where only {@code lasts} says so
 * @param lasts for how long, or null where only {@code end} says so
 * @param extending the grant that is to end later, or null where a new one is asked for
 * @param title or null for what the access says itself
 */
record AccessBody(
    @Nullable Target place,
    SortedSet<Permission> actions,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Duration lasts,
    @Nullable GrantId extending,
    @Nullable String title,
    String reason) {
  /** Later than any access that a policy lets last. */
  static AccessBody of(Fields body) {
    GrantId extending = body.optionalTyped("extends", GrantId::new);
    if (extending != null) {
      for (String field : List.of("environment", "path", "actions", "start")) {
        if (body.has(field)) {
          throw new InvalidField(field, "extends", "is that of the access that is extended");
        }
      }
    }
    Instant start = body.optionalTime("start");
    Instant end = body.optionalTime("end");
    Duration lasts = body.optionalDuration("duration");
    if (end == null && lasts == null) {
      throw new InvalidField(
          "duration", "permanent", "or end must be given: access is never given for good");
    }
    if (end != null && lasts != null) {
      throw new InvalidField("duration", "twice", "must not stand beside end");
    }
    if (start != null && end != null && !end.isAfter(start)) {
      throw new InvalidField("end", "order", "must be after start");
    }
    return new AccessBody(
        extending == null ? place(body) : null,
        extending == null ? actions(body) : new TreeSet<>(),
        start,
        end,
        lasts,
        extending,
        body.has("title") ? body.text("title", Submission.LONGEST_TITLE) : null,
        body.messageOrEmpty("reason"));
  }

  private static Target place(Fields body) {
    return new Target(
        body.typed("environment", EnvironmentId::new), body.typed("path", PathGlob::of));
  }

  private static SortedSet<Permission> actions(Fields body) {
    SortedSet<Permission> actions = new TreeSet<>(body.typedList("actions", Permission::of));
    if (actions.isEmpty() || !Entitlement.GRANTABLE.containsAll(actions)) {
      throw new InvalidField(
          "actions",
          "choice",
          "must be some of "
              + Entitlement.GRANTABLE.stream()
                  .map(Permission::code)
                  .collect(Collectors.joining(", ")));
    }
    return actions;
  }

  /** For how long it is asked, where that counts from this moment. */
  Window window(Instant from) {
    if (lasts != null) {
      return new Window(start, start == null ? null : start.plus(lasts), lasts);
    }
    Instant begins = start != null && start.isAfter(from) ? start : from;
    Instant ends = end == null ? begins : end;
    return new Window(start, ends, Duration.between(begins, ends));
  }
}
