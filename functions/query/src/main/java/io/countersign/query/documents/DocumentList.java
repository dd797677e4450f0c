package io.countersign.query.documents;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Sight;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Cursor;
import io.countersign.query.reading.Reader;
import io.countersign.query.reveal.Managed;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.store.Neighbours;
import io.countersign.store.Store;
import io.countersign.vault.Inventory;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an environment by path: those where the reader may read requests, propose or
 * reveal, and those that are only proposed, by requests that the reader may see. A cursor is a
 * path, so it stays good whatever comes and goes. Beside the names of all secrets there a call
 * reads only the documents that it shows, or looks through for a key.
 */
public final class DocumentList {
  private static final List<Permission> ANY =
      List.of(Permission.REQUESTS_READ, Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);

  /** How many documents a call reads, however few of them have the key that is asked for. */
  private static final int MOST_LOOKED_AT = 50;

  private final Reader reader;
  private final Store store;
  private final Catalog catalog;
  private final Neighbours neighbours;
  private final Inventory inventory;
  private final Managed managed;

  public DocumentList(
      Reader reader,
      Store store,
      Catalog catalog,
      Neighbours neighbours,
      Inventory inventory,
      Managed managed) {
    this.reader = reader;
    this.store = store;
    this.catalog = catalog;
    this.neighbours = neighbours;
    this.inventory = inventory;
    this.managed = managed;
  }

  public HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    Rules rules = store.rules(http.parameter("project", ProjectId::of));
    Environment environment =
        rules == null
            ? null
            : rules.environments().get(http.parameter("environment", EnvironmentId::new));
    if (rules == null || environment == null || Reader.roles(actor, rules.access()).isEmpty()) {
      throw Problem.notFound().asException();
    }
    DocumentFilters filters = DocumentFilters.of(http);
    Candidates all =
        Candidates.of(rules.project().id(), environment, filters, inventory, neighbours);
    return page(actor, rules, all.where(each -> shown(each, actor, rules.access())), filters);
  }

  private static boolean shown(DocumentId document, Actor actor, Access access) {
    return ANY.stream().anyMatch(each -> access.allows(actor, each, document));
  }

  private HttpResponse page(Actor actor, Rules rules, Candidates all, DocumentFilters filters) {
    List<Json> items = new ArrayList<>();
    DocumentId last = null;
    if (!all.isEmpty()) {
      List<DocumentId> looked = all.first(MOST_LOOKED_AT);
      DocumentView view = view(actor, rules, all.open(looked));
      for (DocumentId document : looked) {
        if (items.size() == filters.limit()) {
          break;
        }
        last = document;
        Json item = item(document, all.changed(document), view, filters);
        if (item != null) {
          items.add(item);
        }
      }
    }
    String next = last == null || all.isLast(last) ? null : Cursor.text(last.path());
    return HttpResponse.json(
        200, Json.object().put("items", new Json.Arr(items)).put("next", next).build());
  }

  /** Null for one that is not asked for, and for one that went meanwhile or is only said to be. */
  private @Nullable Json item(
      DocumentId document, @Nullable Instant changed, DocumentView view, DocumentFilters filters) {
    return switch (managed.read(document, view.rules())) {
      case Seen.Present present when filters.match(DocumentView.content(present)) ->
          view.of(document, present, changed);
      case Seen.Missing _, Seen.Deleted _ when filters.match(view.pending().made(document)) ->
          view.proposed(document);
      case Seen.Present _, Seen.Missing _, Seen.Deleted _ -> null;
    };
  }

  private DocumentView view(Actor actor, Rules rules, Map<DocumentId, List<RequestId>> open) {
    return new DocumentView(
        actor,
        rules,
        Writers.of(rules.project().id(), catalog),
        Pending.at(open, neighbours, new Sight(actor, rules.access(), store.directory())));
  }
}
