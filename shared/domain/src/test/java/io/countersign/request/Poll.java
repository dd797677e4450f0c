package io.countersign.request;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.revision.Revision;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A request, said as data: what held when its revision was made, what holds now, and who voted how.
 *
 * @param authors the first of whom made the revision
 * @param votes the standing ones
 */
record Poll(
    Order then,
    Order now,
    SortedSet<PersonId> authors,
    List<DocumentId> documents,
    SortedMap<PersonId, Decision> votes) {

  /** The rules and people of one moment; all of them may propose. */
  record Order(List<Policy> policies, Directory directory) {
    Order with(List<Policy> others) {
      return new Order(others, directory);
    }

    Order with(Directory others) {
      return new Order(policies, others);
    }

    Rules rules() {
      return Rulebook.rules(
          policies,
          directory.people().values().stream()
              .map(Person::id)
              .map(PersonId::value)
              .toArray(String[]::new));
    }
  }

  /** What the engine says keeps it from being merged. */
  List<Reason> reasons() {
    return Agreement.beforeMerge(state(), revision(), now.rules(), now.directory());
  }

  boolean mergeable() {
    return reasons().isEmpty();
  }

  Revision revision() {
    return Proposals.revision(
        authors,
        then.rules().bind(documents, then.directory()),
        documents.toArray(DocumentId[]::new));
  }

  private Request state() {
    Revision revision = revision();
    List<Event> events = new ArrayList<>();
    events.add(Proposals.submitted(revision));
    votes.forEach(
        (voter, decision) ->
            events.add(new Event.Voted(voter, revision.digest(), decision, "as seen")));
    return Requests.evolve(Proposals.ONE, null, events, Proposals.NOON);
  }

  Poll at(Order other) {
    return new Poll(then, other, authors, documents, votes);
  }

  Poll begun(Order other) {
    return new Poll(other, now, authors, documents, votes);
  }

  Poll by(SortedSet<PersonId> others) {
    return new Poll(then, now, others, documents, votes);
  }

  Poll with(SortedMap<PersonId, Decision> others) {
    return new Poll(then, now, authors, documents, others);
  }
}
