package io.countersign.rule;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who must agree to edits (rule 13). */
public final class Governed {
  /** Of the policy that holds where none is written. */
  public static final PolicyId USUAL = new PolicyId("one-other-admin");

  /** The same in the whole organisation. */
  public static final PolicyId USUAL_OF_ALL = new PolicyId("one-other-admin-of-all");

  private Governed() {}

  /** The policies that these edits must satisfy; none where nobody has to agree to them. */
  public static List<Policy> by(List<Edit> edits, Rules rules, Directory directory) {
    if (edits.stream().allMatch(Edit::deactivates)) {
      return List.of();
    }
    List<Policy> all = new ArrayList<>();
    if (edits.stream().anyMatch(Edit::ofOrganisation)) {
      all.addAll(ofOrganisation(rules, directory));
    }
    if (edits.stream().anyMatch(Edit::ofProject)) {
      all.addAll(ofProject(rules, directory));
    }
    return all;
  }

  /** Whether nobody has written the policy. */
  public static boolean usual(Policy policy) {
    return policy.version() == 0;
  }

  /** Whether nobody has written the policy that was bound. */
  public static boolean usual(BoundPolicy policy) {
    return policy.version() == 0;
  }

  /** The policies of governance in the project of these rules. */
  public static List<Policy> ofProject(Rules rules, Directory directory) {
    return of(
        rules,
        rules.project(),
        rules.policies(Kind.GOVERNANCE),
        USUAL,
        admins(rules.access(), directory));
  }

  /** The policies of governance in the whole organisation. */
  public static List<Policy> ofOrganisation(Rules rules, Directory directory) {
    return of(
        rules,
        rules.oversight().organisation(),
        rules.oversight().policies(),
        USUAL_OF_ALL,
        admins(rules.access().ofOrganisation(), directory));
  }

  private static List<Policy> of(
      Rules rules,
      Project project,
      List<Policy> written,
      PolicyId usual,
      SortedSet<PersonId> admins) {
    if (project.governance() == Governance.OPT_OUT) {
      return List.of();
    }
    if (!written.isEmpty()) {
      return written;
    }
    // Whoever is the only admin so far has nobody to ask, and needs to ask nobody.
    return rules.oversight().settingUp() && admins.size() <= 1
        ? List.of()
        : List.of(oneOf(admins, project, usual));
  }

  private static Policy oneOf(SortedSet<PersonId> admins, Project project, PolicyId id) {
    return new Policy(
        id,
        Kind.GOVERNANCE,
        project.id().equals(ProjectId.ORGANISATION)
            ? "One other admin of the organisation"
            : "One other admin of " + project.name(),
        List.of(),
        List.of(new Requirement(1, admins, Collections.emptySortedSet())),
        Terms.STRICT,
        Collections.emptySortedSet(),
        0);
  }

  /** Who may do everything there, and can sign in to say so. */
  public static SortedSet<PersonId> admins(Access access, Directory directory) {
    return directory.people().values().stream()
        .filter(each -> each.subject() != null && all(Actor.of(each), access))
        .map(Person::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean all(Actor actor, Access access) {
    return Stream.of(Permission.values()).allMatch(each -> access.allows(actor, each));
  }
}
