package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.ChannelId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A policy as the body has it, checked against the project and the people there are. */
record PolicyBody(
    Kind kind,
    String name,
    List<Target> targets,
    List<Requirement> requirements,
    Terms terms,
    SortedSet<ChannelId> channels) {
  private static final int MOST_CHANNELS = 10;

  static PolicyBody of(Fields body) {
    Kind kind = body.choiceOr("kind", Kind.SECRETS);
    PolicyBody policy =
        new PolicyBody(
            kind,
            body.text("name", 100),
            body.objects("targets").stream().map(PolicyBody::target).toList(),
            body.objects("requirements").stream().map(PolicyBody::requirement).toList(),
            TermsBody.of(body, kind),
            new TreeSet<>(body.typedList("channels", ChannelId::new)));
    body.end();
    if (kind != Kind.GOVERNANCE) {
      sized("targets", policy.targets(), 20);
    } else if (!policy.targets().isEmpty()) {
      throw new InvalidField(
          "targets", "kind", "must be left out: governance policies hold in the whole project");
    }
    sized("requirements", policy.requirements(), 10);
    if (policy.channels().size() > MOST_CHANNELS) {
      throw new InvalidField("channels", "size", "must have at most " + MOST_CHANNELS + " items");
    }
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

  /** The policy, if its targets and people exist and it could ever be satisfied (rule 4). */
  Policy checked(PolicyId id, long version, Rules rules, Directory directory) {
    if (rules.project().id().equals(ProjectId.ORGANISATION) && kind != Kind.GOVERNANCE) {
      throw new InvalidField(
          "kind", "organisation", "must be GOVERNANCE in the organisation: secrets have projects");
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!rules.environments().containsKey(targets.get(i).environment())) {
        throw new InvalidField(
            "targets[" + i + "].environment",
            "unknown-environment",
            "is no environment of this project");
      }
    }
    for (int i = 0; i < requirements.size(); i++) {
      Requirement each = requirements.get(i);
      known(each.people(), each.groups(), "requirements[" + i + "]", directory);
    }
    if (terms.bypass() instanceof Bypass.Chosen(var people, var groups)) {
      known(people, groups, "bypass", directory);
    }
    for (ChannelId channel : channels) {
      if (rules.channel(channel) == null) {
        throw new InvalidField(
            "channels",
            "unknown-channel",
            "names " + channel + ", which is no channel of this project");
      }
    }
    Policy policy = new Policy(id, kind, name, targets, requirements, terms, channels, version);
    BoundPolicy bound = policy.bind(directory);
    if (bound.members().size() > Policy.MOST_PEOPLE) {
      throw new InvalidField(
          "requirements", "people", "names more than " + Policy.MOST_PEOPLE + " people");
    }
    if (bound.bypassers().size() > Policy.MOST_PEOPLE) {
      throw new InvalidField(
          "bypass", "people", "names more than " + Policy.MOST_PEOPLE + " people");
    }
    if (!bound.satisfiableBy(bound.members())) {
      throw new InvalidField(
          "requirements",
          "unsatisfiable",
          "asks for more active people than there are: nobody could ever satisfy it");
    }
    return policy;
  }

  private static void known(
      Set<PersonId> people, Set<GroupId> groups, String field, Directory directory) {
    for (PersonId person : people) {
      Person known = directory.person(person);
      if (known == null || !known.active()) {
        throw new InvalidField(
            field + ".people", "unknown-person", "names " + person + ", who is nobody active");
      }
    }
    for (GroupId group : groups) {
      if (!directory.groups().containsKey(group)) {
        throw new InvalidField(
            field + ".groups", "unknown-group", "names " + group + ", which is no group");
      }
    }
  }
}
