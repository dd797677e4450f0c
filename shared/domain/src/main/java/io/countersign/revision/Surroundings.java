package io.countersign.revision;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.RoleId;
import io.countersign.directory.Subject;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What edits bear on without being about it: the policies that count beside those they change, with
 * the people of each; what those they are about may do; and as whom those sign in who may do more
 * by them. Two changes of which each is harmless may loosen together: so whoever agrees to edits
 * agrees to them in these surroundings, and in no others (rule 13).
 */
public final class Surroundings {
  private final Basis before;
  private final Basis after;
  private final Set<ActorId> about = new HashSet<>();
  private final Set<GroupId> groups = new HashSet<>();
  private final Set<RoleId> roles = new HashSet<>();
  private final Set<EnvironmentId> environments = new HashSet<>();
  private final List<Policy> written = new ArrayList<>();
  private final SortedSet<ActorId> gaining = new TreeSet<>();

  private Surroundings(List<Edit> edits, Basis before) {
    this.before = before;
    this.after = before.with(edits);
    edits.forEach(this::add);
  }

  /**
   * Where edits bear on something: in their project, and in all of them where the organisation has
   * a say.
   *
   * @param others the rules of every project, asked for if need be
   */
  public static List<Rules> places(List<Edit> edits, Rules own, Supplier<List<Rules>> others) {
    List<Rules> places = new ArrayList<>(List.of(own));
    if (edits.stream().anyMatch(Edit::ofOrganisation)) {
      places.add(own.ofOrganisation());
      places.addAll(others.get());
    }
    return places;
  }

  /** In each of these places; those in which there is nothing are left out. */
  public static SortedMap<ProjectId, Digest> of(
      List<Edit> edits, Collection<Rules> places, Directory directory) {
    SortedMap<ProjectId, Digest> all = new TreeMap<>();
    for (Rules rules : places) {
      Digest digest = in(edits, rules, directory);
      if (digest != null) {
        all.put(rules.project().id(), digest);
      }
    }
    return all;
  }

  /** In one project; null where there is nothing. */
  public static @Nullable Digest in(List<Edit> edits, Rules rules, Directory directory) {
    Basis basis = new Basis(rules, directory);
    List<Edit> bearing = edits.stream().filter(basis::concerns).toList();
    List<Record> standing = new Surroundings(bearing, basis).standing();
    return standing.isEmpty() ? null : DigestOf.records(standing);
  }

  private void add(Edit edit) {
    switch (edit) {
      case Edit.OfPerson of -> about.add(of.after().id());
      case Edit.OfMachine of -> {
        about.add(of.after().id());
        about.addAll(of.after().owners());
        if (of.before() != null) {
          about.addAll(of.before().owners());
        }
      }
      case Edit.OfGroup of -> {
        groups.add(of.after().group().id());
        before.moved(of.after()).forEach(each -> gaining.add(each.id()));
      }
      case Edit.OfRole of -> roles.add(of.after().id());
      case Edit.OfBinding(_, _, Binding binding) -> {
        if (binding != null) {
          holders(binding.holder());
        }
      }
      case Edit.OfEnvironment of -> environments.add(of.after().id());
      case Edit.OfPolicy(_, Policy was, Policy is) -> {
        if (was != null) {
          written.add(was);
        }
        if (is != null) {
          written.add(is);
          BoundPolicy bound = is.bind(after.directory());
          gaining.addAll(bound.members());
          gaining.addAll(bound.bypassers());
        }
      }
      case Edit.OfProject _, Edit.OfDestination _, Edit.OfChannel _ -> {}
    }
  }

  private void holders(Holder holder) {
    switch (holder) {
      case Holder.OnePerson(var id) -> gaining.add(id);
      case Holder.OneMachine(var id) -> gaining.add(id);
      case Holder.OneGroup(var id) -> gaining.addAll(people(id));
    }
  }

  private Collection<PersonId> people(GroupId group) {
    Edit.OfGroup.Members members = before.members(group);
    return members == null ? List.of() : members.people();
  }

  private List<Record> standing() {
    List<Record> standing = new ArrayList<>();
    for (Policy policy : policies()) {
      standing.add(policy);
      standing.add(policy.bind(before.directory()));
    }
    List<Binding> bindings = bindings();
    standing.addAll(bindings);
    bindings.forEach(each -> holders(each.holder()));
    gaining.forEach(each -> standing.add(identity(each)));
    return standing;
  }

  /**
   * As whom somebody signs in.
   *
   * @param by null for who cannot
   * @param answering the machines that a person answers for, or who answers for a machine
   */
  public record Identity(ActorId actor, @Nullable Subject by, SortedSet<ActorId> answering) {}

  private Identity identity(ActorId id) {
    Directory directory = before.directory();
    SortedSet<ActorId> answering = new TreeSet<>();
    if (id instanceof PersonId person) {
      directory.machines().values().stream()
          .filter(each -> each.owners().contains(person))
          .forEach(each -> answering.add(each.id()));
      Person found = directory.person(person);
      return new Identity(id, found == null ? null : found.subject(), answering);
    }
    Machine found = directory.machines().get(id);
    if (found != null) {
      answering.addAll(found.owners());
    }
    return new Identity(id, found == null ? null : found.subject(), answering);
  }

  /** Those that the edits bear on, and those that count in the same places. */
  private List<Policy> policies() {
    List<Policy> all = before.rules().policies();
    List<Policy> places = new ArrayList<>(written);
    all.stream().filter(this::touches).forEach(places::add);
    return all.stream()
        .filter(each -> any(places, of -> beside(each, of)))
        .sorted(Comparator.comparing(Policy::id))
        .toList();
  }

  private boolean touches(Policy policy) {
    BoundPolicy bound = policy.bind(before.directory());
    return !bound.equals(policy.bind(after.directory()))
        || any(bound.members(), about::contains)
        || any(bound.bypassers(), about::contains)
        || any(policy.requirements(), each -> any(each.groups(), groups::contains))
        || any(policy.targets(), each -> environments.contains(each.environment()));
  }

  /** Whether both count somewhere; policies of governance have no places. */
  private static boolean beside(Policy policy, Policy other) {
    return policy.kind() == other.kind()
        && (policy.kind() == Kind.GOVERNANCE
            || any(policy.targets(), each -> any(other.targets(), each::overlaps)));
  }

  private List<Binding> bindings() {
    return before.bindings().stream()
        .filter(each -> roles.contains(each.role().id()) || holds(each.holder()))
        .sorted(Comparator.comparing(Binding::id))
        .toList();
  }

  private boolean holds(Holder holder) {
    return switch (holder) {
      case Holder.OnePerson(var id) -> about.contains(id);
      case Holder.OneMachine(var id) -> about.contains(id);
      case Holder.OneGroup(var id) -> groups.contains(id) || any(people(id), about::contains);
    };
  }

  private static <T> boolean any(Collection<T> all, Predicate<T> of) {
    return all.stream().anyMatch(of);
  }
}
