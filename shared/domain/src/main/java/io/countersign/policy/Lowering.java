package io.countersign.policy;

import io.countersign.directory.PersonId;
import io.countersign.policy.Lowered.What;
import io.countersign.quorum.Quorum;
import io.countersign.quorum.Seats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is lowered where others count instead of a policy (rules 3 and 12). */
public final class Lowering {
  private final BoundPolicy policy;
  private final List<BoundPolicy> instead;

  private Lowering(BoundPolicy policy, List<BoundPolicy> instead) {
    this.policy = policy;
    this.instead = instead;
  }

  /**
   * What the policy asks for and these do not, all of which count.
   *
   * @param instead none where nobody is asked any more
   */
  public static List<Lowered> of(BoundPolicy policy, List<BoundPolicy> instead) {
    if (instead.isEmpty()) {
      return List.of(new Lowered(What.APPROVALS, seats(policy) + "", "0"));
    }
    Lowering lowering = new Lowering(policy, instead);
    List<Lowered> lowered = new ArrayList<>(lowering.approvals());
    lowered.addAll(lowering.terms());
    return lowered;
  }

  /** Nothing where one of them cannot be met without meeting the policy. */
  private List<Lowered> approvals() {
    if (instead.stream().anyMatch(this::met)) {
      return List.of();
    }
    BoundPolicy most = instead.stream().max(Comparator.comparingInt(Lowering::seats)).orElseThrow();
    List<Lowered> lowered = new ArrayList<>();
    if (seats(most) < seats(policy)) {
      lowered.add(new Lowered(What.APPROVALS, seats(policy) + "", seats(most) + ""));
    }
    if (!policy.members().containsAll(most.members())) {
      lowered.add(new Lowered(What.APPROVERS, names(policy.members()), names(most.members())));
    }
    return lowered.isEmpty()
        ? List.of(new Lowered(What.REQUIREMENTS, sets(policy), sets(most)))
        : lowered;
  }

  /** Whether each seat of the policy has one of the other's, whose people are all of its set. */
  private boolean met(BoundPolicy other) {
    List<Set<PersonId>> filled = new ArrayList<>();
    for (BoundRequirement each : other.requirements()) {
      for (int n = each.requirement().approvals(); n > 0; n--) {
        filled.add(each.members());
      }
    }
    List<Seats<Integer>> wanted = new ArrayList<>();
    for (BoundRequirement each : policy.requirements()) {
      Set<Integer> fitting = new TreeSet<>();
      for (int i = 0; i < filled.size(); i++) {
        if (each.members().containsAll(filled.get(i))) {
          fitting.add(i);
        }
      }
      wanted.add(Seats.of(each.requirement().approvals(), fitting));
    }
    return Quorum.satisfiable(wanted);
  }

  private List<Lowered> terms() {
    List<Lowered> lowered = new ArrayList<>();
    allow(lowered, What.SELF_APPROVAL, Terms::selfApproval);
    int declineAfter = least(Terms::declineAfter);
    if (declineAfter > policy.terms().declineAfter()) {
      lowered.add(
          new Lowered(What.DECLINE_AFTER, policy.terms().declineAfter() + "", declineAfter + ""));
    }
    last(lowered, What.PENDING_FOR, Terms::pendingFor);
    if (instead.stream().anyMatch(each -> each.terms().mergeWithin() != null)
        || policy.terms().mergeWithin() != null) {
      last(lowered, What.MERGE_WITHIN, Lowering::mergeWithin);
    }
    allow(lowered, What.AUTO_MERGE, Terms::autoMerge);
    if (instead.stream().allMatch(this::wider)) {
      BoundPolicy closest =
          instead.stream().min(Comparator.comparingInt(Lowering::width)).orElseThrow();
      lowered.add(new Lowered(What.BYPASS, bypass(policy), bypass(closest)));
    }
    allow(lowered, What.APPROVERS_MAY_REVEAL, Terms::approversMayReveal);
    allow(lowered, What.LINK_VOTING, terms -> terms.linkVoting() == LinkVoting.WITH_CODE);
    if (policy.terms().access() != null) {
      last(lowered, What.MAX_DURATION, Lowering::maxDuration);
      allow(lowered, What.REASON_REQUIRED, Lowering::unexplained);
    }
    return lowered;
  }

  private void allow(List<Lowered> lowered, What what, Predicate<Terms> allowed) {
    if (!allowed.test(policy.terms())
        && instead.stream().map(BoundPolicy::terms).allMatch(allowed)) {
      lowered.add(Lowered.of(what, false, true));
    }
  }

  private void last(List<Lowered> lowered, What what, Function<Terms, Duration> lasting) {
    Duration before = lasting.apply(policy.terms());
    Duration now = least(lasting);
    if (now.compareTo(before) > 0) {
      lowered.add(new Lowered(what, before.toString(), now.toString()));
    }
  }

  private <T extends Comparable<T>> T least(Function<Terms, T> of) {
    return instead.stream()
        .map(each -> of.apply(each.terms()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Duration maxDuration(Terms terms) {
    return terms.access() == null ? Duration.ZERO : terms.access().maxDuration();
  }

  private static boolean unexplained(Terms terms) {
    return terms.access() != null && !terms.access().reasonRequired();
  }

  /** What is agreed stays as long as what is not where nothing else is said. */
  private static Duration mergeWithin(Terms terms) {
    return Objects.requireNonNullElse(terms.mergeWithin(), terms.pendingFor());
  }

  private boolean wider(BoundPolicy other) {
    return width(other) > width(policy)
        || (other.terms().bypass() instanceof Bypass.Chosen
            && policy.terms().bypass() instanceof Bypass.Chosen
            && !policy.bypassers().containsAll(other.bypassers()));
  }

  private static int width(BoundPolicy policy) {
    return switch (policy.terms().bypass()) {
      case Bypass.Off _ -> 0;
      case Bypass.Chosen _ -> 1;
      case Bypass.Anyone _ -> 2;
    };
  }

  private static String bypass(BoundPolicy policy) {
    return switch (policy.terms().bypass()) {
      case Bypass.Off _ -> "nobody";
      case Bypass.Chosen _ -> names(policy.bypassers());
      case Bypass.Anyone _ -> "anyone";
    };
  }

  private static int seats(BoundPolicy policy) {
    return policy.requirements().stream().mapToInt(each -> each.requirement().approvals()).sum();
  }

  private static String sets(BoundPolicy policy) {
    return policy.requirements().stream()
        .map(each -> each.requirement().approvals() + " of " + names(each.members()))
        .collect(Collectors.joining(" and "));
  }

  private static String names(Collection<PersonId> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(PersonId::value).collect(Collectors.joining(", "));
  }
}
