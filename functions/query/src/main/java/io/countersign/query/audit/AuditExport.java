package io.countersign.query.audit;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Journal;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import java.util.Map;

/**
 * The deeds of a project's journal and the events of its requests as JSON lines, for whoever has
 * {@code audit:read} on the whole project; or the deeds of the organisation, {@code *}.
 */
public final class AuditExport {
  private final Reader reader;
  private final Store store;
  private final Trail trail;
  private final Journal journal;

  public AuditExport(Reader reader, Store store, Trail trail, Journal journal) {
    this.reader = reader;
    this.store = store;
    this.trail = trail;
    this.journal = journal;
  }

  public HttpResponse export(HttpRequest http) {
    Actor actor = reader.actor(http);
    AuditFilters filters = AuditFilters.of(http);
    Access access = reader.access(actor, filters.project());
    if (!access.allows(actor, Permission.AUDIT_READ)) {
      Directory directory = store.directory();
      throw Reader.lacking(lacking(filters.project(), access, directory), directory);
    }
    return new HttpResponse(
        200,
        Map.of("content-type", "application/x-ndjson", "cache-control", "no-store"),
        new AuditPage(store, trail, journal, filters).text(),
        false);
  }

  private static Reason lacking(ProjectId project, Access access, Directory directory) {
    return project.equals(ProjectId.ORGANISATION)
        ? Lacking.inOrganisation(Permission.AUDIT_READ, access, directory)
        : Lacking.inProject(Permission.AUDIT_READ, access, directory);
  }
}
