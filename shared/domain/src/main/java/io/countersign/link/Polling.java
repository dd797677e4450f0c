package io.countersign.link;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.name.Token;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Rules;
import io.countersign.request.Eligibility;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote on a request by mail at this moment: eligible approvers who could sign in and have
 * no vote on its present revision yet, where every policy that governs it says so, as bound and as
 * it is.
 *
 * @param revision the present one
 */
public record Polling(Request state, Revision revision, Rules rules, Directory directory) {
  public Polling {
    revision = revision.in(directory);
  }

  /** Whether the person may be sent a link, or vote by one. */
  public boolean admits(PersonId person, Instant now) {
    Person known = directory.person(person);
    return known != null
        && known.subject() != null
        && waits(now)
        && everyPolicyLets()
        && Eligibility.of(Actor.of(known), revision) == Eligibility.ELIGIBLE
        && !state.votes().containsKey(person);
  }

  /**
   * What a link of this moment is sent on, hashed: where the person's mail goes, and the policies
   * that govern the request, each in the version that let them be sent it.
   *
   * @param person who is in the directory
   */
  public String grounds(PersonId person) {
    Person known = Objects.requireNonNull(directory.person(person), "is known");
    List<String> parts = new ArrayList<>(List.of("grounds", known.email()));
    revision.live(rules, directory).forEach(each -> parts.add(each.id() + "/" + each.version()));
    return Token.of(parts.toArray(String[]::new));
  }

  /**
   * Whether the link can still be voted with: not after an edit, a decision, the person's own vote,
   * their loss of eligibility or of the address it went to, an edit of a policy that governs it, a
   * newer mail, its use, or its time.
   *
   * @param ballot that its person has of the request, or null
   */
  public boolean honours(Link link, @Nullable Ballot ballot, Instant now) {
    return ballot != null
        && ballot.turn().equals(link.turn())
        && ballot.open(now)
        && honours(link, now);
  }

  /** The same but for the ballot, one try of which was taken. */
  public boolean honours(Link link, Instant now) {
    return link.digest().equals(state.digest())
        && admits(link.person(), now)
        && link.grounds().equals(grounds(link.person()));
  }

  private boolean waits(Instant now) {
    return state.status() == Status.OPEN
        && state.digest().equals(revision.digest())
        && !state.dead()
        && !state.overdue(now);
  }

  private boolean everyPolicyLets() {
    List<BoundPolicy> governing = new ArrayList<>(revision.policies());
    governing.addAll(revision.live(rules, directory));
    return governing.stream().allMatch(each -> each.terms().linkVoting() == LinkVoting.WITH_CODE);
  }
}
