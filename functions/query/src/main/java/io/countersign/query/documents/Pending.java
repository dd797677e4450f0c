package io.countersign.query.documents;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Sight;
import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Requester;
import io.countersign.revision.Revision;
import io.countersign.store.Neighbours;
import io.countersign.store.Neighbours.Neighbour;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What open requests would change in a document, as far as the reader may see them: names only. */
record Pending(Neighbours neighbours, Sight sight, ProjectId project) {
  /** The newest first. */
  Json of(DocumentId document) {
    return Json.array(
        neighbours.open(project, List.of(document), this::shown), each -> json(each, document));
  }

  private boolean shown(Neighbour each) {
    return Requester.mayRead(sight.reader(), each.request(), each.revision(), sight.access());
  }

  private Json json(Neighbour each, DocumentId document) {
    return Json.object()
        .put("id", each.request().id().toString())
        .put("title", each.request().title())
        .put("author", Answers.actor(each.request().author(), sight.directory()::nameOf))
        .put("keys", Json.texts(keys(each.revision(), document)))
        .build();
  }

  private static SortedSet<String> keys(Revision revision, DocumentId document) {
    SortedSet<String> keys = new TreeSet<>();
    revision.on(document).forEach(each -> keys.addAll(each.keys()));
    return keys;
  }
}
