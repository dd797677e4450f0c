package io.countersign.explore.realm;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who and what there is: Ann and Ana propose, and are perhaps the same human with two accounts; Amy
 * and Bob approve; Cat is nobody yet; Ada is the admin; CI is a machine, which somebody may own.
 */
public final class Cast {
  public static final DocumentId ONE = Rulebook.document("/one");
  public static final DocumentId TWO = Rulebook.document("/two");

  static final Proposal ABOUT_ONE = new Proposal(List.of(ONE), "a");
  static final Proposal ABOUT_BOTH = new Proposal(List.of(ONE, TWO), "a");

  private Cast() {}

  /** Amy and Bob are the approvers, with those of these names. */
  public static Directory directory(String... more) {
    List<String> approvers = new ArrayList<>(List.of("amy", "bob"));
    approvers.addAll(List.of(more));
    List<Person> people = new ArrayList<>();
    for (String name : List.of("ada", "amy", "ana", "ann", "bob", "cat")) {
      people.add(approvers.contains(name) ? People.person(name, "approvers") : People.person(name));
    }
    return People.directory(people.toArray(Person[]::new));
  }

  public static Rules rules(Policy... policies) {
    List<Binding> bindings = new ArrayList<>();
    for (String name : List.of("ann", "ana")) {
      bindings.add(Rulebook.binding(name, Role.DEVELOPER, name));
    }
    bindings.add(
        new Binding(
            new BindingId("ci"),
            Role.DEVELOPER,
            new Holder.OneMachine(new MachineId("ci")),
            null,
            null,
            1));
    bindings.add(Rulebook.binding("ada", Role.ADMIN, "ada"));
    return Rulebook.rules(List.of(policies), bindings);
  }

  /** The same, to be merged soon after it is agreed. */
  static Policy soon(Policy policy) {
    Terms terms = policy.terms();
    return Rulebook.with(
        policy,
        new Terms(
            terms.selfApproval(),
            terms.declineAfter(),
            terms.pendingFor(),
            Day.SOON,
            terms.autoMerge(),
            terms.bypass(),
            terms.approversMayReveal()));
  }

  /** The same, merged by itself. */
  static Policy automatic(Policy policy) {
    Terms terms = policy.terms();
    return Rulebook.with(
        policy,
        new Terms(
            terms.selfApproval(),
            terms.declineAfter(),
            terms.pendingFor(),
            terms.mergeWithin(),
            true,
            terms.bypass(),
            terms.approversMayReveal()));
  }

  /** The same, with a way around it for whoever is in the approvers' group. */
  static Policy bypassed(Policy policy) {
    Bypass chosen = new Bypass.Chosen(new TreeSet<>(), People.groups("approvers"));
    return Rulebook.with(policy, policy.terms().with(chosen));
  }

  /** Secrets that hold the base under both keys that requests are about. */
  public static FakeVault.Snapshot secrets(DocumentId... documents) {
    FakeVault vault = new FakeVault();
    for (DocumentId document : documents) {
      vault.outsider().create("prod" + document.path(), "{\"a\":\"base\",\"b\":\"base\"}");
    }
    return vault.snapshot();
  }

  /** The person as they are in the version to come. */
  static Directory with(Directory directory, Person person) {
    SortedMap<PersonId, Person> people = new TreeMap<>(directory.people());
    people.put(person.id(), person);
    return new Directory(people, directory.groups(), directory.machines());
  }
}
