package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import io.countersign.property.Cases;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random polls: up to three policies of up to three requirements over six people and two groups, on
 * one or two documents; some people leave, some join, and rules are rewritten in between.
 */
record AnyPoll(RandomGenerator random) {
  private static final List<String> NAMES = List.of("ann", "bob", "cem", "dan", "eve", "fay");
  private static final List<String> GROUPS = List.of("leads", "ops");
  private static final List<String> GLOBS = List.of("/**", "/**", "/*", "/db");
  private static final List<DocumentId> DOCUMENTS =
      List.of(Rulebook.DB, Rulebook.document("/queue"));

  /** Votes come only from people who could vote at first. */
  Poll poll() {
    Poll.Order then = new Poll.Order(policies("policy"), directory());
    Poll.Order now =
        new Poll.Order(
            once(3) ? rewritten(then.policies()) : then.policies(),
            once(2) ? changed(then.directory()) : then.directory());
    List<DocumentId> documents = DOCUMENTS.subList(0, 1 + random.nextInt(2));
    Poll unvoted = new Poll(then, now, authors(), documents, new TreeMap<>());
    return unvoted.with(votes(unvoted));
  }

  /** Policies of their own ids, each as first written. */
  List<Policy> policies(String name) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(3))
        .mapToObj(n -> policy(name + "-" + n))
        .toList();
  }

  private Policy policy(String id) {
    Requirement[] requirements =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(_ -> requirement())
            .toArray(Requirement[]::new);
    Policy policy =
        Rulebook.on(
            Cases.oneOf(random, GLOBS),
            Rulebook.declineAfter(1 + random.nextInt(2), Rulebook.policy(id, requirements)));
    return once(3) ? Rulebook.selfApproval(policy) : policy;
  }

  private Requirement requirement() {
    List<String> names = new ArrayList<>(NAMES.stream().filter(_ -> once(2)).toList());
    GROUPS.stream().filter(_ -> once(3)).map(group -> "@" + group).forEach(names::add);
    return Rulebook.requirement(once(4) ? 2 : 1, names.toArray(String[]::new));
  }

  /** Some stay, some go, some are edited, some come. */
  List<Policy> rewritten(List<Policy> policies) {
    List<Policy> next = new ArrayList<>();
    for (Policy policy : policies) {
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> next.add(edited(policy));
        default -> next.add(policy);
      }
    }
    if (once(3)) {
      next.addAll(policies("later"));
    }
    return next;
  }

  private Policy edited(Policy policy) {
    Requirement[] requirements =
        Stream.concat(policy.requirements().stream().skip(1), Stream.of(requirement()))
            .toArray(Requirement[]::new);
    List<Target> targets = once(2) ? policy.targets() : policy(policy.id().value()).targets();
    return Rulebook.on(targets, Rulebook.edited(policy, requirements));
  }

  private Directory directory() {
    return People.directory(
        NAMES.stream().map(name -> People.person(name, groups())).toArray(Person[]::new));
  }

  private Directory changed(Directory directory) {
    return People.directory(
        directory.people().values().stream()
            .map(person -> once(4) ? person.in(People.groups(groups())) : person)
            .map(person -> once(8) ? People.gone(person) : person)
            .toArray(Person[]::new));
  }

  private String[] groups() {
    return GROUPS.stream().filter(_ -> once(3)).toArray(String[]::new);
  }

  private SortedSet<PersonId> authors() {
    SortedSet<PersonId> authors = new TreeSet<>(People.ids("ann"));
    if (once(4)) {
      authors.add(person());
    }
    return authors;
  }

  private SortedMap<PersonId, Decision> votes(Poll poll) {
    SortedMap<PersonId, Decision> votes = new TreeMap<>();
    Revision revision = poll.revision();
    for (Person person : poll.then().directory().people().values()) {
      if (Eligibility.of(Actor.of(person), revision) == Eligibility.ELIGIBLE && !once(4)) {
        votes.put(person.id(), once(16) ? Decision.REJECT : Decision.APPROVE);
      }
    }
    return votes;
  }

  PersonId person() {
    return People.id(Cases.oneOf(random, NAMES));
  }

  /** True once in so many times. */
  boolean once(int times) {
    return random.nextInt(times) == 0;
  }
}
