package io.countersign.query.documents;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Sight;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.name.InvalidName;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an environment by path: those where the reader may read requests, propose or
 * reveal. A cursor is a path, so it stays good whatever comes and goes. Beside the names of all
 * secrets there a call reads only the documents that it shows, or looks through for a key.
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
    SortedMap<DocumentId, Instant> there = new TreeMap<>(documents(environment, filters));
    there.keySet().removeIf(each -> !shown(each, actor, rules.access()));
    return page(actor, rules, environment, there, filters);
  }

  private SortedMap<DocumentId, Instant> documents(
      Environment environment, DocumentFilters filters) {
    String prefix = environment.secretPrefix().value();
    SortedMap<String, Instant> names = inventory.under(prefix + filters.beginning().substring(1));
    if (names == null) {
      throw new InvalidField(
          "path", "too-many-documents", "must be narrower: more than " + Inventory.MOST + " match");
    }
    SortedMap<DocumentId, Instant> documents = new TreeMap<>();
    DocumentPath after = filters.after();
    names.forEach(
        (name, changed) -> {
          DocumentPath path = path("/" + name.substring(prefix.length()));
          if (path != null && (after == null || path.compareTo(after) > 0)) {
            documents.put(new DocumentId(environment.id(), path), changed);
          }
        });
    return documents;
  }

  /** Null for a secret whose name is no path of ours: it cannot be proposed to, either. */
  private static @Nullable DocumentPath path(String text) {
    try {
      return DocumentPath.of(text);
    } catch (InvalidName e) {
      return null;
    }
  }

  private static boolean shown(DocumentId document, Actor actor, Access access) {
    return ANY.stream().anyMatch(each -> access.allows(actor, each, document));
  }

  private HttpResponse page(
      Actor actor,
      Rules rules,
      Environment environment,
      SortedMap<DocumentId, Instant> there,
      DocumentFilters filters) {
    List<Json> items = new ArrayList<>();
    DocumentId last = null;
    if (!there.isEmpty()) {
      Map<DocumentId, List<RequestId>> open =
          neighbours.under(rules.project().id(), environment.id(), filters.beginning());
      open.keySet()
          .retainAll(there.keySet().stream().limit(MOST_LOOKED_AT).collect(Collectors.toSet()));
      DocumentView view = view(actor, rules, open);
      Iterator<DocumentId> rest = there.keySet().iterator();
      for (int looked = 0;
          rest.hasNext() && looked < MOST_LOOKED_AT && items.size() < filters.limit();
          looked++) {
        last = rest.next();
        // One that went meanwhile is left out.
        if (managed.read(last, rules) instanceof Seen.Present present
            && filters.match(DocumentView.content(present))) {
          items.add(view.of(last, present, there.get(last)));
        }
      }
    }
    String next = last == null || last.equals(there.lastKey()) ? null : Cursor.text(last.path());
    return HttpResponse.json(
        200, Json.object().put("items", new Json.Arr(items)).put("next", next).build());
  }

  private DocumentView view(Actor actor, Rules rules, Map<DocumentId, List<RequestId>> open) {
    return new DocumentView(
        actor,
        rules,
        Writers.of(rules.project().id(), catalog),
        Pending.at(open, neighbours, new Sight(actor, rules.access(), store.directory())));
  }
}
