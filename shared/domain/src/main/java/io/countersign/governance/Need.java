package io.countersign.governance;

import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Kind;
import io.countersign.policy.Lowered;
import io.countersign.policy.Lowering;
import io.countersign.policy.Policy;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Governed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change needs before and after edits, policy by policy, with the people that each takes.
 *
 * @param lowers what is asked for no longer
 */
public record Need(List<BoundPolicy> before, List<BoundPolicy> after, List<Lowered> lowers) {

  /** Of a change of the document. */
  public static Need of(DocumentId document, Basis before, Basis after) {
    return of(before, after, basis -> basis.rules().governing(List.of(document)));
  }

  /** Of all that there can be in a place, by policies of secrets or of access. */
  public static Need of(Kind kind, Target place, Basis before, Basis after) {
    return of(before, after, basis -> basis.rules().governing(kind, place));
  }

  /** Of changes of the project's rules. */
  public static Need ofRules(Basis before, Basis after) {
    return of(before, after, basis -> Governed.ofProject(basis.rules(), basis.directory()));
  }

  /** Of changes of what holds in the whole organisation. */
  public static Need ofOrganisation(Basis before, Basis after) {
    return of(before, after, basis -> Governed.ofOrganisation(basis.rules(), basis.directory()));
  }

  /** Of the revision of an open request, besides what is bound to it. */
  public static Need of(Revision revision, Basis before, Basis after) {
    return of(before, after, basis -> revision.governing(basis.rules(), basis.directory()));
  }

  private static Need of(Basis before, Basis after, Function<Basis, List<Policy>> governing) {
    List<BoundPolicy> was = bound(governing.apply(before), before.directory());
    List<BoundPolicy> is = bound(governing.apply(after), after.directory());
    List<Lowered> lowers = new ArrayList<>();
    for (BoundPolicy policy : was) {
      Lowering.of(policy, is).stream().filter(each -> !lowers.contains(each)).forEach(lowers::add);
    }
    return new Need(was, is, lowers);
  }

  private static List<BoundPolicy> bound(List<Policy> policies, Directory directory) {
    return policies.stream().map(each -> each.bind(directory)).toList();
  }

  /** Whether something is another afterwards. */
  public boolean differs() {
    return !words(before, Object::toString).equals(words(after, Object::toString))
        || !lowers.isEmpty();
  }

  /** What policies ask for, for people. */
  public static List<String> words(List<BoundPolicy> policies, Function<PersonId, String> names) {
    return policies.stream().map(each -> words(each, names)).toList();
  }

  private static String words(BoundPolicy policy, Function<PersonId, String> names) {
    List<String> asked = new ArrayList<>();
    for (BoundRequirement each : policy.requirements()) {
      asked.add(each.requirement().approvals() + " of " + named(each.members(), names));
    }
    return policy.name() + ": " + String.join(" and ", asked);
  }

  private static String named(SortedSet<PersonId> members, Function<PersonId, String> names) {
    return members.isEmpty()
        ? "nobody"
        : members.stream().map(names).collect(Collectors.joining(", "));
  }
}
