package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.edge.log.Log;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.project.EnvironmentId;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeSet;

/** A policy as the body has it, checked against the project and the people there are. */
record PolicyBody(
    String name,
    List<Target> targets,
    List<Requirement> requirements,
    boolean selfApproval,
    int declineAfter,
    Duration pendingFor) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration USUAL = Duration.ofDays(14);

  static PolicyBody of(Fields body) {
    PolicyBody policy =
        new PolicyBody(
            body.text("name", 100),
            body.objects("targets").stream().map(PolicyBody::target).toList(),
            body.objects("requirements").stream().map(PolicyBody::requirement).toList(),
            body.flagOr("selfApproval", false),
            body.numberOr("declineAfter", 1, 1, Policy.MOST_PEOPLE),
            pendingFor(body));
    body.end();
    sized("targets", policy.targets(), 20);
    sized("requirements", policy.requirements(), 10);
    return policy;
  }

  private static void sized(String field, List<?> items, int most) {
    if (items.isEmpty() || items.size() > most) {
      throw new InvalidField(field, "size", "must have 1 to " + most + " items");
    }
  }

  private static Target target(Fields item) {
    PathGlob path = item.optionalTyped("path", PathGlob::of);
    Target target =
        new Target(
            item.typed("environment", EnvironmentId::new), path == null ? PathGlob.ALL : path);
    item.end();
    return target;
  }

  private static Requirement requirement(Fields item) {
    Requirement requirement =
        new Requirement(
            item.number("approvals", 1, Policy.MOST_PEOPLE),
            new TreeSet<>(item.typedList("people", PersonId::new)),
            new TreeSet<>(item.typedList("groups", GroupId::new)));
    item.end();
    return requirement;
  }

  private static Duration pendingFor(Fields body) {
    String text = body.optionalText("pendingFor");
    if (text == null) {
      return USUAL;
    }
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      Log.event("malformed-duration", "");
    }
    throw new InvalidField(
        "pendingFor", "duration", "must be an ISO 8601 duration of PT1M to P365D, such as P14D");
  }

  /** The policy, if its targets and people exist and it could ever be satisfied (rule 4). */
  Policy checked(PolicyId id, long version, Rules rules, Directory directory) {
    for (int i = 0; i < targets.size(); i++) {
      if (!rules.environments().containsKey(targets.get(i).environment())) {
        throw new InvalidField(
            "targets[" + i + "].environment",
            "unknown-environment",
            "is no environment of this project");
      }
    }
    for (int i = 0; i < requirements.size(); i++) {
      known(requirements.get(i), "requirements[" + i + "]", directory);
    }
    Policy policy =
        new Policy(
            id, name, targets, requirements, selfApproval, declineAfter, pendingFor, version);
    BoundPolicy bound = policy.bind(directory);
    if (bound.members().size() > Policy.MOST_PEOPLE) {
      throw new InvalidField(
          "requirements", "people", "names more than " + Policy.MOST_PEOPLE + " people");
    }
    if (!bound.satisfiableBy(bound.members())) {
      throw new InvalidField(
          "requirements",
          "unsatisfiable",
          "asks for more active people than there are: nobody could ever satisfy it");
    }
    return policy;
  }

  private static void known(Requirement requirement, String field, Directory directory) {
    for (PersonId person : requirement.people()) {
      Person known = directory.person(person);
      if (known == null || !known.active()) {
        throw new InvalidField(
            field + ".people", "unknown-person", "names " + person + ", who is nobody active");
      }
    }
    for (GroupId group : requirement.groups()) {
      if (!directory.groups().containsKey(group)) {
        throw new InvalidField(
            field + ".groups", "unknown-group", "names " + group + ", which is no group");
      }
    }
  }
}
