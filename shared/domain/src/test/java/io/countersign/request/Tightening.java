package io.countersign.request;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Terms;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Changes of a poll after which no more may be merged than before. */
enum Tightening {
  AN_APPROVAL_LESS {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      SortedMap<PersonId, Decision> votes = new TreeMap<>(poll.votes());
      votes.remove(any.person(), Decision.APPROVE);
      return poll.with(votes);
    }
  },
  A_REJECTION_MORE {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      SortedMap<PersonId, Decision> votes = new TreeMap<>(poll.votes());
      votes.put(any.person(), Decision.REJECT);
      return poll.with(votes);
    }
  },
  AN_AUTHOR_MORE {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      SortedSet<PersonId> authors = new TreeSet<>(poll.authors());
      authors.add(any.person());
      return poll.by(authors);
    }
  },
  SOMEBODY_LEAVES_THEIR_GROUPS {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      return poll.at(changed(poll.now(), any.person(), each -> each.in(People.groups())));
    }
  },
  SOMEBODY_IS_DEACTIVATED {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      return poll.at(changed(poll.now(), any.person(), People::gone));
    }
  },
  A_POLICY_WAS_STRICTER_FROM_THE_BEGINNING {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      if (!poll.now().policies().equals(poll.then().policies())) {
        return poll;
      }
      List<Policy> stricter = stricter(poll.then().policies(), any, policy -> policy);
      return poll.begun(poll.then().with(stricter)).at(poll.now().with(stricter));
    }
  },
  A_POLICY_BECOMES_STRICTER {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      return poll.at(
          poll.now().with(stricter(poll.now().policies(), any, Tightening::nextVersion)));
    }
  },
  A_POLICY_IS_ADDED {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      // On the same places as another: a closer one would lower what is asked for there (rule 3).
      List<Policy> policies = new ArrayList<>(poll.now().policies());
      if (!policies.isEmpty()) {
        policies.add(Rulebook.on(policies.getFirst().targets(), any.policies("added").getFirst()));
      }
      return poll.at(poll.now().with(policies));
    }
  },
  THE_RULES_ARE_REWRITTEN_AFTER_THE_REVISION {
    @Override
    Poll of(Poll poll, AnyPoll any) {
      return poll.now().policies().equals(poll.then().policies())
          ? poll.at(poll.now().with(any.rewritten(poll.now().policies())))
          : poll;
    }
  };

  /** The poll so changed, or the same one where there is nothing to change. */
  abstract Poll of(Poll poll, AnyPoll any);

  private static Poll.Order changed(Poll.Order order, PersonId who, UnaryOperator<Person> change) {
    Directory directory = order.directory();
    SortedMap<PersonId, Person> people = new TreeMap<>(directory.people());
    people.computeIfPresent(who, (_, person) -> change.apply(person));
    return order.with(new Directory(people, directory.groups()));
  }

  private static List<Policy> stricter(
      List<Policy> policies, AnyPoll any, UnaryOperator<Policy> then) {
    List<Policy> next = new ArrayList<>(policies);
    if (!next.isEmpty()) {
      int at = any.random().nextInt(next.size());
      next.set(at, then.apply(stricter(next.get(at), any)));
    }
    return next;
  }

  private static Policy stricter(Policy policy, AnyPoll any) {
    List<Requirement> requirements = new ArrayList<>(policy.requirements());
    int at = any.random().nextInt(requirements.size());
    Requirement old = requirements.get(at);
    SortedSet<PersonId> fewer = new TreeSet<>(old.people());
    fewer.remove(any.person());
    switch (any.random().nextInt(5)) {
      case 0 -> {
        return policy.terms().selfApproval() ? Rulebook.with(policy, Terms.STRICT) : policy;
      }
      case 1 ->
          requirements.set(at, new Requirement(old.approvals() + 1, old.people(), old.groups()));
      case 2 -> requirements.set(at, new Requirement(old.approvals(), fewer, old.groups()));
      case 3 ->
          requirements.set(at, new Requirement(old.approvals(), old.people(), People.groups()));
      default -> requirements.add(any.policies("more").getFirst().requirements().getFirst());
    }
    return new Policy(
        policy.id(),
        policy.name(),
        policy.targets(),
        requirements,
        policy.terms(),
        policy.version());
  }

  private static Policy nextVersion(Policy policy) {
    return Rulebook.on(
        policy.targets(),
        Rulebook.edited(policy, policy.requirements().toArray(Requirement[]::new)));
  }
}
