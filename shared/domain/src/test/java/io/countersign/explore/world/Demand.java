package io.countersign.explore.world;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one policy asks for, with its people at one moment. Found without the engine's own
 * precedence and membership, so that it can be compared with them.
 *
 * @param bypassers who was chosen to bypass it at that moment
 */
public record Demand(String policy, Terms terms, List<Seats> seats, SortedSet<String> bypassers) {
  /**
   * One requirement.
   *
   * @param members who was in it at that moment
   */
  public record Seats(
      int needed, SortedSet<String> people, SortedSet<String> groups, SortedSet<String> members) {
    /** Whether that person would be in it as they are. */
    public boolean admit(Person person) {
      return person.active()
          && (people.contains(person.id().value())
              || person.groups().stream().anyMatch(each -> groups.contains(each.value())));
    }
  }

  /** What all policies that govern one of the documents ask for, each once. */
  public static List<Demand> of(
      Rules rules, Directory directory, Collection<DocumentId> documents) {
    SortedSet<String> names = new TreeSet<>();
    for (DocumentId document : documents) {
      int best = rules.policies().stream().mapToInt(each -> rank(each, document)).max().orElse(0);
      rules.policies().stream()
          .filter(each -> best > 0 && rank(each, document) == best)
          .forEach(each -> names.add(each.id().value()));
    }
    return rules.policies().stream()
        .filter(each -> names.contains(each.id().value()))
        .sorted(Comparator.comparing(each -> each.id().value()))
        .map(each -> of(each, directory))
        .toList();
  }

  /** 3 for its own path, 2 for a glob, 1 for the whole environment, 0 where it does not hold. */
  private static int rank(Policy policy, DocumentId document) {
    int best = 0;
    for (Target target : policy.targets()) {
      String glob = target.path().value();
      String path = document.path().value();
      int rank = 0;
      if (target.environment().equals(document.environment())) {
        if (glob.equals("/**")) {
          rank = 1;
        } else if (glob.equals(path)) {
          rank = 3;
        } else if (glob.equals("/*") && path.lastIndexOf('/') == 0) {
          rank = 2;
        }
      }
      best = Math.max(best, rank);
    }
    return best;
  }

  private static Demand of(Policy policy, Directory directory) {
    List<Seats> seats = new ArrayList<>();
    for (Requirement requirement : policy.requirements()) {
      SortedSet<String> people = new TreeSet<>();
      requirement.people().forEach(each -> people.add(each.value()));
      SortedSet<String> groups = new TreeSet<>();
      requirement.groups().forEach(each -> groups.add(each.value()));
      Seats empty = new Seats(requirement.approvals(), people, groups, new TreeSet<>());
      SortedSet<String> members = new TreeSet<>();
      for (Person person : directory.people().values()) {
        if (empty.admit(person)) {
          members.add(person.id().value());
        }
      }
      seats.add(new Seats(requirement.approvals(), people, groups, members));
    }
    return new Demand(
        policy.id() + "@" + policy.version(),
        policy.terms(),
        List.copyOf(seats),
        bypassers(policy, directory));
  }

  private static SortedSet<String> bypassers(Policy policy, Directory directory) {
    SortedSet<String> names = new TreeSet<>();
    if (policy.terms().bypass() instanceof Bypass.Chosen(var people, var groups)) {
      for (Person person : directory.people().values()) {
        boolean named =
            people.contains(person.id())
                || person.groups().stream().anyMatch(each -> groups.contains(each));
        if (named && person.active()) {
          names.add(person.id().value());
        }
      }
    }
    return names;
  }

  /** Whether it let that person bypass it at that moment. */
  public boolean let(String person) {
    return switch (terms.bypass()) {
      case Bypass.Off _ -> false;
      case Bypass.Anyone _ -> true;
      case Bypass.Chosen _ -> bypassers.contains(person);
    };
  }

  /** Whether it asks for just the same as another, whoever was in its sets when. */
  public boolean asks(Demand other) {
    return policy.equals(other.policy)
        && terms.equals(other.terms)
        && forms(seats).equals(forms(other.seats));
  }

  private static List<Seats> forms(List<Seats> seats) {
    return seats.stream()
        .map(each -> new Seats(each.needed(), each.people(), each.groups(), new TreeSet<>()))
        .toList();
  }

  /** Whether that person was in one of its sets at that moment. */
  public boolean had(String person) {
    return seats.stream().anyMatch(each -> each.members().contains(person));
  }
}
