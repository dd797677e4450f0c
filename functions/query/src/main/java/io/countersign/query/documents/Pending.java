package io.countersign.query.documents;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Sight;
import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.request.Requester;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Neighbours;
import io.countersign.store.Neighbours.Neighbour;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What open requests would change in documents, as far as the reader may see them: names only.
 *
 * @param places the newest of each document first
 * @param shown those of them that the reader may see
 */
record Pending(
    Map<DocumentId, List<RequestId>> places, Map<RequestId, Neighbour> shown, Sight sight) {

  /** At the cost of two batch reads for a hundred requests, however many documents there are. */
  static Pending at(Map<DocumentId, List<RequestId>> places, Neighbours neighbours, Sight sight) {
    Map<RequestId, Neighbour> shown = new HashMap<>();
    List<RequestId> all =
        places.values().stream()
            .flatMap(each -> each.stream().limit(Neighbours.MOST_LOOKED_AT))
            .distinct()
            .toList();
    for (Neighbour each : neighbours.open(all)) {
      if (Requester.mayRead(sight.reader(), each.request(), each.revision(), sight.access())) {
        shown.put(each.request().id(), each);
      }
    }
    return new Pending(places, shown, sight);
  }

  /** The newest first. */
  Json of(DocumentId document) {
    return Json.array(on(document), each -> json(each, document));
  }

  /** The keys with which they would make it; none where none of them would. */
  Set<String> made(DocumentId document) {
    Set<String> keys = new HashSet<>();
    for (Neighbour each : on(document)) {
      if (each.revision().makes(document)) {
        keys.addAll(keys(each.revision(), document));
      }
    }
    return keys;
  }

  private List<Neighbour> on(DocumentId document) {
    return places.getOrDefault(document, List.of()).stream()
        .filter(shown::containsKey)
        .map(shown::get)
        .filter(each -> each.revision().touched().contains(document))
        .limit(Neighbours.MOST)
        .toList();
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
