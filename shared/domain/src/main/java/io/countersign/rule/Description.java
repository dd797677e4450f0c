package io.countersign.rule;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What there is to say of a governed thing, fact by fact; what is not so is left out. */
public final class Description {
  private static final String NAME = "Name";
  private static final String ACTIVE = "May sign in";

  private final Names names;

  Description(Names names) {
    this.names = names;
  }

  SequencedMap<String, Fact> of(@Nullable Record thing) {
    SequencedMap<String, Fact> facts = new LinkedHashMap<>();
    switch (thing) {
      case null -> {}
      case Person person -> person(facts, person);
      case Machine machine -> machine(facts, machine);
      case Edit.OfGroup.Members members -> {
        facts.put(NAME, new Fact.Plain(members.group().name()));
        facts.put("Members", people(members.people()));
      }
      case Project project -> {
        facts.put(NAME, new Fact.Plain(project.name()));
        facts.put(
            "Changes of its rules",
            new Fact.Plain(
                project.governance() == Governance.OPT_OUT
                    ? "need nobody's agreement"
                    : "need the agreement of others"));
      }
      case Environment environment -> environment(facts, environment);
      case Binding binding -> binding(facts, binding);
      case Role role -> facts.put("Permissions", permissions(role));
      case Destination destination -> DestinationDescription.into(facts, destination);
      case Channel channel -> channel(facts, channel);
      case Policy policy -> new PolicyDescription(names).into(facts, policy);
      default -> throw new IllegalArgumentException("is not governed: " + thing.getClass());
    }
    return facts;
  }

  private void person(SequencedMap<String, Fact> facts, Person person) {
    facts.put(NAME, new Fact.Plain(person.name()));
    facts.put("Mail", new Fact.Personal(person.email()));
    facts.put(ACTIVE, yes(person.active()));
    subject(facts, person.subject());
    if (!person.groups().isEmpty()) {
      facts.put("Groups", Fact.Several.of(person.groups(), names::of, "none"));
    }
  }

  private void machine(SequencedMap<String, Fact> facts, Machine machine) {
    facts.put(NAME, new Fact.Plain(machine.name()));
    facts.put(ACTIVE, yes(machine.active()));
    subject(facts, machine.subject());
    facts.put("Owners", people(machine.owners()));
  }

  private static void subject(SequencedMap<String, Fact> facts, @Nullable Subject subject) {
    if (subject != null) {
      facts.put("Signs in as", new Fact.Personal(subject.subject() + " of " + subject.issuer()));
    }
  }

  private static void environment(SequencedMap<String, Fact> facts, Environment environment) {
    facts.put(NAME, new Fact.Plain(environment.name()));
    facts.put("Secrets under", new Fact.Plain(environment.secretPrefix().value()));
    if (environment.kmsKeyArn() != null) {
      facts.put("Encrypted with", new Fact.Plain(environment.kmsKeyArn()));
    }
    List<Map.Entry<String, PathGlob>> rotated =
        environment.rotatedKeys().stream()
            .flatMap(each -> each.keys().stream().map(key -> Map.entry(key, each.path())))
            .toList();
    if (!rotated.isEmpty()) {
      facts.put(
          "Keys left to rotation",
          Fact.Several.of(rotated, each -> each.getKey() + " of " + each.getValue(), "none"));
    }
  }

  private void binding(SequencedMap<String, Fact> facts, Binding binding) {
    facts.put(
        "Given to",
        new Fact.Plain(
            switch (binding.holder()) {
              case Holder.OnePerson(var id) -> names.of(id);
              case Holder.OneMachine(var id) -> "machine " + names.of(id);
              case Holder.OneGroup(var id) -> "group " + names.of(id);
            }));
    facts.put("Role", new Fact.Plain(binding.role().id().value()));
    facts.put("Permissions", permissions(binding.role()));
    facts.put(
        "Where",
        new Fact.Plain(
            (binding.environment() == null ? "everywhere" : binding.environment().value())
                + (binding.path() == null ? "" : ", " + binding.path())));
  }

  private static Fact permissions(Role role) {
    return Fact.Several.of(role.permissions().stream().sorted().toList(), Permission::code, "none");
  }

  private static void channel(SequencedMap<String, Fact> facts, Channel channel) {
    facts.put(
        "Place",
        new Fact.Plain(
            switch (channel.place()) {
              case Channel.Place.Slack(String conversation) -> "Slack " + conversation;
              case Channel.Place.Teams(String host) -> "Microsoft Teams at " + host;
            }));
    facts.put("Credential", new Fact.Plain(credential(channel.credential())));
  }

  static String credential(Credential credential) {
    return "ends in %s (version %s)".formatted(credential.lastFour(), credential.secretVersion());
  }

  private Fact people(Collection<? extends ActorId> people) {
    return Fact.Several.of(people, names::of, "nobody");
  }

  private static Fact yes(boolean so) {
    return new Fact.Plain(so ? "yes" : "no");
  }
}
