package io.countersign.wire;

import io.countersign.audit.Order;
import io.countersign.audit.Recorded;
import io.countersign.audit.Seal;
import io.countersign.journal.Tip;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import io.countersign.store.Head;
import io.countersign.store.Journal;
import io.countersign.store.Trail.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of an export as JSON lines, each a flat object, closed by a seal over them all. */
public final class AuditJson {
  private static final String REQUEST = "request";
  private static final String JOURNAL = "journal";

  private final StringBuilder lines = new StringBuilder();
  private final Seal seal = new Seal();
  private final List<String> chains = new ArrayList<>();
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

  /** The next events of a request, at least one. */
  public AuditJson request(Head head, List<Recorded> next) {
    return chain(
        REQUEST, head.request().id().toString(), head.request().sequence(), head.hash(), next);
  }

  /** The next deeds of the project's journal, at least one. */
  public AuditJson journal(ProjectId project, Tip tip, List<Recorded> next) {
    return chain(JOURNAL, Journal.name(project), tip.sequence(), tip.hash(), next);
  }

  private AuditJson chain(String kind, String name, long all, String head, List<Recorded> next) {
    chains.add(name);
    line(
        Json.object()
            .put("line", kind)
            .put(kind, name)
            .put("first", next.getFirst().sequence())
            .put("last", next.getLast().sequence())
            .put("events", all)
            .put("head", head));
    next.forEach(each -> event(kind, name, each));
    return this;
  }

  /** An event with the exact text that was hashed. */
  private void event(String kind, String name, Recorded event) {
    events++;
    line(
        Json.object()
            .put("line", "event")
            .put(kind, name)
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
            .put("chains", Order.text(chains))
            .put("events", events)
            .put("next", next)
            .put("seal", seal.of(chains, events, next))
            .build()
            .text()
        + "\n";
  }

  private void line(Json.Builder object) {
    String text = object.build().text();
    seal.line(text);
    lines.append(text).append('\n');
  }
}
