package io.countersign.policy;

import io.countersign.name.DocumentPath;
import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where two policies cover the same documents, and which of them counts there (rule 3).
 *
 * @param other the policy that was there before
 * @param places where it is so; each a target of one of the two
 */
public record Overlap(Kind kind, Policy other, List<Target> places) {
  private static final Comparator<Target> ORDER =
      Comparator.comparing(Target::environment).thenComparing(Target::path);

  /** Which of the two counts. */
  public enum Kind {
    /** Both. */
    TIED("tied"),
    /** The other alone. */
    BEATEN("beaten"),
    /** This one alone: what the other asks for counts there no longer. */
    BEATS("beats");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** The overlaps of a policy with the others of its project. */
  public static List<Overlap> of(Policy policy, Collection<Policy> others) {
    List<Overlap> overlaps = new ArrayList<>();
    for (Policy other : others) {
      if (!other.id().equals(policy.id())) {
        places(policy, other)
            .forEach((kind, places) -> overlaps.add(new Overlap(kind, other, List.copyOf(places))));
      }
    }
    return overlaps;
  }

  /** What it means, for people. */
  public String message() {
    String where = places.stream().map(Target::toString).collect(Collectors.joining(", "));
    return switch (kind) {
      case TIED -> "On " + where + " the policy \"" + other.name() + "\" must be satisfied too.";
      case BEATEN -> "On " + where + " the closer policy \"" + other.name() + "\" alone counts.";
      case BEATS ->
          "On " + where + " this policy alone counts, and \"" + other.name() + "\" no longer does.";
    };
  }

  private static Map<Kind, SortedSet<Target>> places(Policy policy, Policy other) {
    Map<Kind, SortedSet<Target>> places = new EnumMap<>(Kind.class);
    for (Target own : policy.targets()) {
      for (Target theirs : other.targets()) {
        if (own.overlaps(theirs)) {
          Target closer = own.rank().compareTo(theirs.rank()) < 0 ? theirs : own;
          Kind kind = kind(best(policy, own, closer), best(other, theirs, closer));
          places.computeIfAbsent(kind, _ -> new TreeSet<>(ORDER)).add(closer);
        }
      }
    }
    return places;
  }

  private static Kind kind(Target.Rank own, Target.Rank theirs) {
    int order = own.compareTo(theirs);
    return order == 0 ? Kind.TIED : order < 0 ? Kind.BEATEN : Kind.BEATS;
  }

  /** How closely the policy names what is covered at that place: perhaps by another target. */
  private static Target.Rank best(Policy policy, Target target, Target place) {
    if (place.rank() == Target.Rank.EXACT) {
      DocumentPath path = new DocumentPath(place.path().value());
      return policy.closest(new DocumentId(place.environment(), path)).rank();
    }
    return policy.targets().contains(place) ? place.rank() : target.rank();
  }
}
