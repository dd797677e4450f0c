package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.http.Problem;
import io.countersign.governance.Need;
import io.countersign.json.Json;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Kind;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.store.Catalog;
import io.countersign.store.Store;
import io.countersign.vault.Inventory;
import io.countersign.wire.LoweredJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What each place that policies name, each document and each open request needs before and after a
 * change of rules, where that is not the same (rule 13).
 */
final class Impact {
  /** How many paths stand for all that need the same. */
  private static final int MOST_PATHS = 20;

  /** How many open requests of a project are looked at, the newest first. */
  private static final int MOST_REQUESTS = 100;

  private final Store store;
  private final Catalog catalog;
  private final Inventory inventory;

  Impact(Store store, Catalog catalog, Inventory inventory) {
    this.store = store;
    this.catalog = catalog;
    this.inventory = inventory;
  }

  /** Nothing is another once the request is not open. */
  Json of(Look look) {
    List<Edit> edits = look.revision().edits();
    if (edits.isEmpty()) {
      throw Problem.of(409, "other-kind", "This request changes no rules.").asException();
    }
    Found found = new Found(look.actor(), look.request().id());
    if (look.request().status() == Status.OPEN) {
      Basis own = new Basis(look.rules(), look.directory());
      Basis after = own.with(edits);
      Place everywhere = new Place(Kind.GOVERNANCE, ProjectId.ORGANISATION, null);
      found.add(everywhere, Need.ofOrganisation(own, after), own, after);
      for (Rules rules : projects(look)) {
        Basis before = new Basis(rules, look.directory());
        found.add(rules.project().id(), before, before.with(edits));
      }
    }
    return found.json();
  }

  /** What is changed in the whole organisation may count in every project. */
  private List<Rules> projects(Look look) {
    return look.revision().edits().stream().noneMatch(Edit::ofOrganisation)
        ? List.of(look.rules())
        : store.everyProject();
  }

  /** What was found so far, for one reader. */
  private final class Found {
    private final Actor reader;
    private final RequestId itself;
    private final List<Json> documents = new ArrayList<>();
    private final List<Json> places = new ArrayList<>();
    private final List<Json> requests = new ArrayList<>();
    private int looked;
    private boolean more;

    private Found(Actor reader, RequestId itself) {
      this.reader = reader;
      this.itself = itself;
    }

    private void add(ProjectId project, Basis before, Basis after) {
      if (!before.rules().access().covers(reader)) {
        more = true;
        return;
      }
      Place rules = new Place(Kind.GOVERNANCE, project, null);
      add(rules, Need.ofRules(before, after), before, after);
      addPlaces(project, before, after);
      before
          .rules()
          .environments()
          .values()
          .forEach(each -> addDocuments(project, each, before, after));
      addRequests(project, before, after);
    }

    /** What policies name, or are to name, whether or not there is a secret as yet. */
    private void addPlaces(ProjectId project, Basis before, Basis after) {
      for (Kind kind : List.of(Kind.SECRETS, Kind.ACCESS)) {
        Set<Target> named = new LinkedHashSet<>();
        for (Basis basis : List.of(before, after)) {
          basis.rules().policies(kind).forEach(each -> named.addAll(each.targets()));
        }
        for (Target target : named) {
          add(
              new Place(kind, project, target),
              Need.of(kind, target, before, after),
              before,
              after);
        }
      }
    }

    private void add(Place place, Need need, Basis before, Basis after) {
      if (need.differs()) {
        Target target = place.target();
        places.add(
            needs(need, before, after)
                .put("kind", place.kind().name())
                .put("project", place.project().value())
                .put("environment", target == null ? null : target.environment().value())
                .put("path", target == null ? null : target.path().value())
                .build());
      }
    }

    private void addDocuments(
        ProjectId project, Environment environment, Basis before, Basis after) {
      SortedMap<String, Instant> names = inventory.under(environment.secretPrefix().value());
      if (names == null) {
        more = true;
        return;
      }
      Map<Need, List<String>> alike = new LinkedHashMap<>();
      for (String name : names.keySet()) {
        DocumentId document = environment.document(name);
        if (document != null) {
          looked++;
          Need need = Need.of(document, before, after);
          if (need.differs()) {
            alike.computeIfAbsent(need, _ -> new ArrayList<>()).add(document.path().value());
          }
        }
      }
      alike.forEach(
          (need, paths) ->
              documents.add(
                  needs(need, before, after)
                      .put("project", project.value())
                      .put("environment", environment.id().value())
                      .put("paths", Json.texts(paths.stream().limit(MOST_PATHS).toList()))
                      .put("count", paths.size())
                      .build()));
    }

    private void addRequests(ProjectId project, Basis before, Basis after) {
      Catalog.Page page = catalog.page(project, Set.of(Status.OPEN), null, MOST_REQUESTS);
      more |= page.more();
      Map<RequestId, Revision> revisions = catalog.revisions(page.requests());
      for (Request request : page.requests()) {
        Revision revision = Objects.requireNonNull(revisions.get(request.id()), "its revision");
        if (!request.id().equals(itself)
            && Requester.mayRead(reader, request, revision, before.rules().access())) {
          Need need = Need.of(revision, before, after);
          if (need.differs()) {
            requests.add(
                needs(need, before, after)
                    .put("id", request.id().toString())
                    .put("title", request.title())
                    .build());
          }
        }
      }
    }

    private Json json() {
      return Json.object()
          .put("places", new Json.Arr(places))
          .put("documents", new Json.Arr(documents))
          .put("requests", new Json.Arr(requests))
          .put("looked", looked)
          .put("more", more)
          .build();
    }
  }

  /**
   * What is asked for.
   *
   * @param target null for changes of the project's rules themselves
   */
  private record Place(Kind kind, ProjectId project, @Nullable Target target) {}

  private static Json.Builder needs(Need need, Basis before, Basis after) {
    return Json.object()
        .put("before", words(need.before(), before.directory()))
        .put("after", words(need.after(), after.directory()))
        .put("lowers", LoweredJson.write(need.lowers()));
  }

  private static Json words(List<BoundPolicy> policies, Directory directory) {
    return Json.texts(Need.words(policies, directory::nameOf));
  }
}
