package io.countersign.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place that a policy named and, once it is written anew or removed, counts in no longer (rules 3
 * and 12).
 *
 * @param place a target of the policy before
 * @param except what of the place the policy still names
 * @param instead those that count in the whole place then; none where there may be documents that
 *     nothing protects. Others that name a part of it more closely count there as before
 */
public record Released(Target place, List<Target> except, List<Policy> instead) {
  /**
   * What a policy releases.
   *
   * @param after the policy as it will be, or null when it is removed
   * @param policies of its project, itself perhaps among them
   */
  public static List<Released> of(
      Policy before, @Nullable Policy after, Collection<Policy> policies) {
    List<Policy> then = new ArrayList<>(policies);
    then.removeIf(each -> each.id().equals(before.id()));
    if (after != null) {
      then.add(after);
    }
    List<Released> released = new ArrayList<>();
    for (Target place : before.targets()) {
      List<Policy> counting = counting(place, then);
      if (after == null || !counting.contains(after)) {
        released.add(new Released(place, kept(place, after), counting));
      }
    }
    return released;
  }

  /** What it means, for people. */
  public String message() {
    String where =
        except.isEmpty()
            ? place.toString()
            : except.stream()
                .map(Target::toString)
                .collect(Collectors.joining(", ", place + " except for ", ""));
    return "On %s this policy no longer counts, and %s."
        .formatted(
            where,
            instead.isEmpty()
                ? "what no other policy covers there changes without approval"
                : instead.stream()
                    .map(each -> "\"" + each.name() + "\"")
                    .collect(
                        Collectors.joining(" and ", "", instead.size() == 1 ? " does" : " do")));
  }

  /** The closest of those that cover all of the place. */
  private static List<Policy> counting(Target place, List<Policy> policies) {
    Target.@Nullable Rank best =
        policies.stream()
            .map(each -> rank(each, place))
            .filter(each -> each != null)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return best == null
        ? List.of()
        : policies.stream().filter(each -> rank(each, place) == best).toList();
  }

  private static Target.@Nullable Rank rank(Policy policy, Target place) {
    return policy.targets().stream()
        .filter(each -> each.covers(place))
        .map(Target::rank)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<Target> kept(Target place, @Nullable Policy after) {
    return after == null ? List.of() : after.targets().stream().filter(place::covers).toList();
  }
}
