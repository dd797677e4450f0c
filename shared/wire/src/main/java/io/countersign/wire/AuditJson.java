package io.countersign.wire;

import io.countersign.audit.Recorded;
import io.countersign.audit.Seal;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.store.Head;
import io.countersign.store.Trail.Span;
import org.jspecify.annotations.Nullable;

/** One page of an export as JSON lines, each a flat object, closed by a seal over them all. */
public final class AuditJson {
  private final StringBuilder lines = new StringBuilder();
  private final Seal seal = new Seal();
  private long requests;
  private long events;

  /**
   * A page begins.
   *
   * @param after the cursor that it was asked for with, or null for the first page
   */
  public AuditJson(ProjectId project, Span span, @Nullable String after) {
    line(
        Json.object()
            .put("line", "page")
            .put("project", project.value())
            .put("from", span.from())
            .put("to", span.to())
            .put("after", after));
  }

  /** Events of a request follow: those from {@code first} to {@code last}. */
  public AuditJson request(Head head, long first, long last) {
    requests++;
    return line(
        Json.object()
            .put("line", "request")
            .put("request", head.request().id().toString())
            .put("first", first)
            .put("last", last)
            .put("events", head.request().sequence())
            .put("head", head.hash()));
  }

  /** An event with the exact text that was hashed. */
  public AuditJson event(RequestId request, Recorded event) {
    events++;
    return line(
        Json.object()
            .put("line", "event")
            .put("request", request.toString())
            .put("sequence", event.sequence())
            .put("previous", event.previous())
            .put("hash", event.hash())
            .put("text", event.text()));
  }

  /** The whole page; {@code next} is the cursor of the next one, or null after the last. */
  public String end(@Nullable String next) {
    return lines
        + Json.object()
            .put("line", "end")
            .put("requests", requests)
            .put("events", events)
            .put("next", next)
            .put("seal", seal.of(requests, events, next))
            .build()
            .text()
        + "\n";
  }

  private AuditJson line(Json.Builder object) {
    String text = object.build().text();
    seal.line(text);
    lines.append(text).append('\n');
    return this;
  }
}
