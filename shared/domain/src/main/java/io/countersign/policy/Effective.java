package io.countersign.policy;

import io.countersign.project.DocumentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What rule 3 makes of all policies for one document.
 *
 * @param governing those of the closest rank, which all apply; none when it is unprotected
 * @param beaten those that would apply if these were not there
 */
public record Effective(List<Match> governing, List<Match> beaten) {

  /** The policies that cover the document, by precedence. */
  public static Effective of(Collection<Policy> policies, DocumentId document) {
    List<Match> covering =
        policies.stream()
            .filter(each -> each.covers(document))
            .map(each -> new Match(each, each.closest(document)))
            .toList();
    Target.Rank best =
        covering.stream().map(Match::rank).max(Comparator.naturalOrder()).orElse(null);
    return new Effective(
        covering.stream().filter(each -> each.rank() == best).toList(),
        covering.stream().filter(each -> each.rank() != best).toList());
  }
}
