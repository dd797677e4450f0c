package io.countersign.explore.realm;

import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What admins may do. */
public final class Turns {
  private static final GroupId APPROVERS = new GroupId("approvers");

  private Turns() {}

  /** Another requirement for a policy that is there and has another. */
  public static Turn edited(String policy, Requirement requirement) {
    return new Turn.OfRules(
        policy + " asks for " + requirement,
        rules -> {
          Policy there = find(rules, policy);
          return there == null || there.requirements().equals(List.of(requirement))
              ? rules
              : written(rules, Rulebook.edited(there, requirement));
        });
  }

  /** A policy that is not there. */
  public static Turn made(Policy policy) {
    return new Turn.OfRules(
        policy.id() + " is made",
        rules -> find(rules, policy.id().value()) == null ? written(rules, policy) : rules);
  }

  /** Others, or nobody, may bypass a policy. */
  public static Turn bypassed(String policy, Bypass bypass) {
    return new Turn.OfRules(
        policy + " is bypassed by " + bypass,
        rules -> {
          Policy there = find(rules, policy);
          return there == null || there.terms().bypass().equals(bypass)
              ? rules
              : written(
                  rules,
                  Rulebook.edited(
                      Rulebook.with(there, there.terms().with(bypass)),
                      there.requirements().toArray(Requirement[]::new)));
        });
  }

  public static Turn removed(String policy) {
    return new Turn.OfRules(
        policy + " is removed",
        rules -> find(rules, policy) == null ? rules : with(rules, others(rules, policy)));
  }

  public static Turn joins(String name) {
    return new Turn.OfStaff(
        name + " joins",
        directory -> {
          Person person = Objects.requireNonNull(directory.person(People.id(name)));
          SortedSet<GroupId> groups = new TreeSet<>(person.groups());
          return groups.add(APPROVERS) ? Cast.with(directory, person.in(groups)) : directory;
        });
  }

  public static Turn leaves(String name) {
    return new Turn.OfStaff(
        name + " leaves",
        directory -> {
          Person person = Objects.requireNonNull(directory.person(People.id(name)));
          SortedSet<GroupId> groups = new TreeSet<>(person.groups());
          return groups.remove(APPROVERS) ? Cast.with(directory, person.in(groups)) : directory;
        });
  }

  public static Turn deactivated(String name) {
    return new Turn.OfStaff(
        name + " is deactivated",
        directory -> {
          Person person = Objects.requireNonNull(directory.person(People.id(name)));
          return person.active() ? Cast.with(directory, People.gone(person)) : directory;
        });
  }

  /** That machine belongs to somebody else. */
  public static Turn owned(String machine, String owner) {
    return new Turn.OfStaff(
        machine + " belongs to " + owner,
        directory -> {
          Machine before = Objects.requireNonNull(directory.machines().get(new MachineId(machine)));
          SortedSet<PersonId> owners = People.ids(owner);
          return before.owners().equals(owners)
              ? directory
              : People.with(
                  directory,
                  new Machine(
                      before.id(),
                      before.name(),
                      before.active(),
                      before.subject(),
                      owners,
                      before.ceasedWith(owners, Day.FIRST.now()),
                      before.version() + 1));
        });
  }

  /** A rotation of the document's secret begins, which we do not write while it lasts. */
  public static Turn rotates(DocumentId document) {
    return held("rotation begins of ", document, Seen.Hindrance.ROTATING, Coin.WRITE);
  }

  public static Turn rotated(DocumentId document) {
    return held("rotation ends of ", document, null, null);
  }

  private static Turn held(
      String name, DocumentId document, Seen.@Nullable Hindrance by, @Nullable Coin coin) {
    return new Turn.OfSecrets(
        name + document,
        before -> {
          FakeVault vault = new FakeVault();
          vault.restore(before);
          vault.hold("prod" + document.path(), by);
          return vault.snapshot();
        },
        coin);
  }

  private static @Nullable Policy find(Rules rules, String policy) {
    return rules.policies().stream()
        .filter(each -> each.id().value().equals(policy))
        .findFirst()
        .orElse(null);
  }

  private static List<Policy> others(Rules rules, String policy) {
    return rules.policies().stream().filter(each -> !each.id().value().equals(policy)).toList();
  }

  private static Rules written(Rules rules, Policy policy) {
    List<Policy> all = new ArrayList<>(others(rules, policy.id().value()));
    all.add(policy);
    return with(rules, List.copyOf(all));
  }

  private static Rules with(Rules rules, List<Policy> policies) {
    return new Rules(
        rules.project(),
        rules.environments(),
        policies,
        rules.access(),
        rules.destinations(),
        rules.roles());
  }
}
