package io.countersign.rule;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.RotatedKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to say of a governed thing, fact by fact; what is not so is left out. */
public final class Description {
  private static final String NAME = "Name";
  private static final String ACTIVE = "May sign in";

  /** What somebody is called. */
  public interface Names {
    String of(ActorId id);

    String of(GroupId id);

    /**
     * As a directory has them, and these edits where it does not know them yet; with their ids
     * where several are called the same.
     */
    static Names in(Directory directory, List<Edit> edits) {
      Map<ActorId, String> actors = new HashMap<>();
      Map<GroupId, String> groups = new HashMap<>();
      for (Edit edit : edits) {
        switch (edit) {
          case Edit.OfPerson(_, Person person) -> actors.put(person.id(), person.name());
          case Edit.OfMachine(_, Machine machine) -> actors.put(machine.id(), machine.name());
          case Edit.OfGroup(_, var members) ->
              groups.put(members.group().id(), members.group().name());
          default -> {}
        }
      }
      directory.people().forEach((id, person) -> actors.put(id, person.name()));
      directory.machines().forEach((id, machine) -> actors.put(id, machine.name()));
      directory.groups().forEach((id, group) -> groups.put(id, group.name()));
      return new Names() {
        @Override
        public String of(ActorId id) {
          return told(actors.get(id), id.value(), actors.values());
        }

        @Override
        public String of(GroupId id) {
          return told(groups.get(id), id.value(), groups.values());
        }
      };
    }

    private static String told(@Nullable String name, String id, Collection<String> all) {
      if (name == null) {
        return id;
      }
      return Collections.frequency(all, name) > 1 ? name + " (" + id + ")" : name;
    }
  }

  private final Names names;

  Description(Names names) {
    this.names = names;
  }

  SequencedMap<String, String> of(@Nullable Record thing) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    switch (thing) {
      case null -> {}
      case Person person -> person(facts, person);
      case Machine machine -> machine(facts, machine);
      case Edit.OfGroup.Members members -> {
        facts.put(NAME, members.group().name());
        people(facts, "Members", members.people());
      }
      case Project project -> {
        facts.put(NAME, project.name());
        facts.put(
            "Changes of its rules",
            project.governance() == Governance.OPT_OUT
                ? "need nobody's agreement"
                : "need the agreement of others");
      }
      case Environment environment -> environment(facts, environment);
      case Binding binding -> binding(facts, binding);
      case Role role -> facts.put("Permissions", permissions(role));
      case Destination destination -> {
        facts.put("Writes to", "SSM parameters under " + destination.parameterPrefix());
        facts.put("Takes", destination.environment() + ":" + destination.path());
      }
      case Channel channel -> {
        facts.put(
            "Place",
            switch (channel.place()) {
              case Channel.Place.Slack(String conversation) -> "Slack " + conversation;
              case Channel.Place.Teams(String host) -> "Microsoft Teams at " + host;
            });
        facts.put(
            "Credential",
            "ends in %s (version %s)"
                .formatted(channel.credential().lastFour(), channel.credential().secretVersion()));
      }
      case Policy policy -> policy(facts, policy);
      default -> throw new IllegalArgumentException("is not governed: " + thing.getClass());
    }
    return facts;
  }

  private void person(SequencedMap<String, String> facts, Person person) {
    facts.put(NAME, person.name());
    facts.put("Mail", person.email());
    facts.put(ACTIVE, yes(person.active()));
    subject(facts, person.subject());
    groups(facts, person.groups());
  }

  private void machine(SequencedMap<String, String> facts, Machine machine) {
    facts.put(NAME, machine.name());
    facts.put(ACTIVE, yes(machine.active()));
    subject(facts, machine.subject());
    people(facts, "Owners", machine.owners());
  }

  private static void subject(SequencedMap<String, String> facts, @Nullable Subject subject) {
    if (subject != null) {
      facts.put("Signs in as", subject.subject() + " of " + subject.issuer());
    }
  }

  private static void environment(SequencedMap<String, String> facts, Environment environment) {
    facts.put(NAME, environment.name());
    facts.put("Secrets under", environment.secretPrefix().value());
    if (environment.kmsKeyArn() != null) {
      facts.put("Encrypted with", environment.kmsKeyArn());
    }
    if (!environment.rotatedKeys().isEmpty()) {
      facts.put(
          "Keys left to rotation",
          environment.rotatedKeys().stream()
              .map(Description::rotated)
              .collect(Collectors.joining("; ")));
    }
  }

  private static String rotated(RotatedKeys keys) {
    return String.join(", ", keys.keys()) + " of " + keys.path();
  }

  private void binding(SequencedMap<String, String> facts, Binding binding) {
    facts.put(
        "Given to",
        switch (binding.holder()) {
          case Holder.OnePerson(var id) -> names.of(id);
          case Holder.OneMachine(var id) -> "machine " + names.of(id);
          case Holder.OneGroup(var id) -> "group " + names.of(id);
        });
    facts.put("Role", binding.role().id().value());
    facts.put("Permissions", permissions(binding.role()));
    facts.put(
        "Where",
        (binding.environment() == null ? "everywhere" : binding.environment().value())
            + (binding.path() == null ? "" : ", " + binding.path()));
  }

  private static String permissions(Role role) {
    return role.permissions().stream()
        .sorted()
        .map(Permission::code)
        .collect(Collectors.joining(", "));
  }

  private void policy(SequencedMap<String, String> facts, Policy policy) {
    facts.put(NAME, policy.name());
    facts.put(
        "About",
        switch (policy.kind()) {
          case SECRETS -> "changes of secrets";
          case ACCESS -> "access for a time";
          case GOVERNANCE -> "changes of rules";
        });
    if (policy.kind() != Kind.GOVERNANCE) {
      facts.put(
          "Holds on",
          policy.targets().stream().map(Target::toString).collect(Collectors.joining(", ")));
    }
    facts.put(
        "Approvals needed",
        policy.requirements().stream().map(this::asked).collect(Collectors.joining("; and ")));
    terms(facts, policy.terms());
    if (!policy.channels().isEmpty()) {
      facts.put(
          "Tells the channels",
          policy.channels().stream().map(each -> each.value()).collect(Collectors.joining(", ")));
    }
  }

  private String asked(Requirement requirement) {
    List<String> who = new ArrayList<>();
    requirement.people().forEach(each -> who.add(names.of(each)));
    requirement.groups().forEach(each -> who.add("group " + names.of(each)));
    return requirement.approvals() + " of " + String.join(", ", who);
  }

  private void terms(SequencedMap<String, String> facts, Terms terms) {
    facts.put("Authors may approve", yes(terms.selfApproval()));
    facts.put("Rejections that end a request", terms.declineAfter() + "");
    facts.put("Requests stay open for", span(terms.pendingFor()));
    if (terms.mergeWithin() != null) {
      facts.put("Agreed requests may be merged for", span(terms.mergeWithin()));
    }
    facts.put("Agreed requests merge by themselves", yes(terms.autoMerge()));
    facts.put("Who may bypass the approvers", bypass(terms.bypass()));
    facts.put("Approvers may see proposed values", yes(terms.approversMayReveal()));
    facts.put("Approvers may vote by mail", yes(terms.linkVoting() == LinkVoting.WITH_CODE));
    Reminders reminders = terms.reminders();
    if (reminders != null) {
      facts.put(
          "Approvers are reminded",
          "after %s, every %s, %d times at most"
              .formatted(span(reminders.after()), span(reminders.every()), reminders.atMost()));
    }
    AccessTerms access = terms.access();
    if (access != null) {
      facts.put("Access lasts for", span(access.maxDuration()) + " at most");
      facts.put("Access needs a reason", yes(access.reasonRequired()));
    }
  }

  private String bypass(Bypass bypass) {
    return switch (bypass) {
      case Bypass.Off() -> "nobody";
      case Bypass.Anyone() -> "anyone";
      case Bypass.Chosen(var people, var groups) -> {
        List<String> who = new ArrayList<>();
        people.forEach(each -> who.add(names.of(each)));
        groups.forEach(each -> who.add("group " + names.of(each)));
        yield String.join(", ", who);
      }
    };
  }

  /** Days, hours, minutes and seconds, of what has any; to the letter where that is not all. */
  private static String span(Duration span) {
    if (span.toNanosPart() > 0) {
      return span.toString();
    }
    List<String> parts = new ArrayList<>();
    part(parts, span.toDaysPart(), "day");
    part(parts, span.toHoursPart(), "hour");
    part(parts, span.toMinutesPart(), "minute");
    part(parts, span.toSecondsPart(), "second");
    return String.join(" ", parts);
  }

  private static void part(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }

  private void people(
      SequencedMap<String, String> facts, String label, Collection<? extends ActorId> people) {
    facts.put(
        label,
        people.isEmpty()
            ? "nobody"
            : people.stream().map(each -> names.of(each)).collect(Collectors.joining(", ")));
  }

  private void groups(SequencedMap<String, String> facts, Collection<GroupId> groups) {
    if (!groups.isEmpty()) {
      facts.put(
          "Groups", groups.stream().map(each -> names.of(each)).collect(Collectors.joining(", ")));
    }
  }

  private static String yes(boolean so) {
    return so ? "yes" : "no";
  }
}
