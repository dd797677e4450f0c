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
    return Effective.of(policies, document).governing().stream().map(Match::policy).toList();
  }

  /** The policies that a change of all these documents must satisfy, each once, by id. */
  public static List<Policy> of(Collection<Policy> policies, Collection<DocumentId> documents) {
    SortedMap<PolicyId, Policy> governing = new TreeMap<>();
    for (DocumentId document : documents) {
      of(policies, document).forEach(each -> governing.put(each.id(), each));
    }
    return List.copyOf(governing.values());
  }

  /**
   * The policies that say who may have access to all of a place, by id: those that count at any
   * document there can be in it.
   *
   * @return none where a part of it may be covered by no policy
   */
  public static List<Policy> throughout(Collection<Policy> policies, Target place) {
    Target.Rank least =
        policies.stream()
            .flatMap(each -> each.targets().stream())
            .filter(each -> each.covers(place))
            .map(Target::rank)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return least == null
        ? List.of()
        : policies.stream()
            .filter(
                each ->
                    each.overlapping(place).stream()
                        .anyMatch(target -> target.rank().compareTo(least) >= 0))
            .sorted(Comparator.comparing(Policy::id))
            .toList();
  }
}
