package io.countersign.policy;

import io.countersign.project.DocumentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Precedence (rule 3): exact path beats glob beats whole environment; ties all apply. */
public final class Governing {
  private Governing() {}

  /** The policies that a change of the document must satisfy. */
  public static List<Policy> of(Collection<Policy> policies, DocumentId document) {
    List<Policy> covering = policies.stream().filter(each -> each.covers(document)).toList();
    return covering.stream()
        .map(each -> each.rank(document))
        .max(Comparator.naturalOrder())
        .map(best -> covering.stream().filter(each -> each.rank(document) == best).toList())
        .orElse(List.of());
  }

  /** The policies that a change of all these documents must satisfy, each once, by id. */
  public static List<Policy> of(Collection<Policy> policies, Collection<DocumentId> documents) {
    SortedMap<PolicyId, Policy> governing = new TreeMap<>();
    for (DocumentId document : documents) {
      of(policies, document).forEach(each -> governing.put(each.id(), each));
    }
    return List.copyOf(governing.values());
  }
}
