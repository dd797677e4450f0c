package io.countersign.aws.table;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.wire.AccessJson;
import io.countersign.wire.ChannelJson;
import io.countersign.wire.DestinationJson;
import io.countersign.wire.DirectoryJson;
import io.countersign.wire.PolicyJson;
import io.countersign.wire.ProjectJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a project's rules and the directory, each by one consistent query. */
record RulesOf(Table table) {
  static final String ENVIRONMENT = "ENV#";
  static final String BINDING = "BINDING#";
  static final String ROLE = "ROLE#";
  static final String DESTINATION = "DESTINATION#";
  static final String CHANNEL = "CHANNEL#";
  static final String POLICY = "POLICY#";
  static final String PROJECT = "PROJECT";
  static final String BOOTSTRAP = "BOOTSTRAP";
  static final String PERSON = "PERSON#";
  static final String GROUP = "GROUP#";
  static final String MACHINE = "MACHINE#";

  @Nullable Rules project(ProjectId id) {
    if (id.equals(ProjectId.ORGANISATION)) {
      return organisation();
    }
    Project project = null;
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    List<Policy> policies = new ArrayList<>();
    List<Item> bound = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    List<Destination> destinations = new ArrayList<>();
    List<Channel> channels = new ArrayList<>();
    for (Item item : table.all(Keys.project(id))) {
      String sk = item.sk();
      if (sk.equals(PROJECT)) {
        project = ProjectJson.project(item.data());
      } else if (sk.startsWith(ENVIRONMENT)) {
        Environment environment = ProjectJson.environment(item.data());
        environments.put(environment.id(), environment);
      } else if (sk.startsWith(POLICY)) {
        policies.add(PolicyJson.read(item.data()));
      } else if (sk.startsWith(BINDING)) {
        bound.add(item);
      } else if (sk.startsWith(ROLE)) {
        roles.add(ProjectJson.role(item.data()));
      } else if (sk.startsWith(DESTINATION)) {
        destinations.add(DestinationJson.destination(item.data()));
      } else if (sk.startsWith(CHANNEL)) {
        channels.add(ChannelJson.channel(item.data()));
      }
    }
    if (project == null) {
      return null;
    }
    Rules organisation = organisation();
    return new Rules(
        project,
        environments,
        policies,
        new Access(
            bound.stream().map(each -> ProjectJson.binding(each.data(), roles)).toList(),
            organisation.access().organisation()),
        destinations,
        roles,
        channels,
        grants(id),
        organisation.oversight());
  }

  private List<Grant> grants(ProjectId project) {
    return table.all(Keys.grants(project)).stream()
        .map(item -> AccessJson.grant(item.data()))
        .toList();
  }

  /** The rules of the whole organisation, also where nobody has written any yet. */
  Rules organisation() {
    Project settings = Oversight.USUAL.organisation();
    List<Policy> policies = new ArrayList<>();
    List<Binding> bindings = new ArrayList<>();
    Setup setup = null;
    for (Item item : table.all(Keys.project(ProjectId.ORGANISATION))) {
      if (item.sk().equals(PROJECT)) {
        settings = ProjectJson.project(item.data());
      } else if (item.sk().startsWith(POLICY)) {
        policies.add(PolicyJson.read(item.data()));
      } else if (item.sk().equals(BOOTSTRAP)) {
        setup = DirectoryJson.setup(item.data());
      } else if (item.sk().startsWith(BINDING)) {
        bindings.add(ProjectJson.binding(item.data()));
      }
    }
    return new Rules(
        settings,
        new TreeMap<>(),
        policies,
        new Access(List.of(), bindings),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Oversight(settings, policies, setup));
  }

  Directory directory() {
    SortedMap<PersonId, Person> people = new TreeMap<>();
    SortedMap<GroupId, Group> groups = new TreeMap<>();
    SortedMap<MachineId, Machine> machines = new TreeMap<>();
    for (Item item : table.all(Keys.DIRECTORY)) {
      if (item.sk().startsWith(PERSON)) {
        Person person = DirectoryJson.person(item.data());
        people.put(person.id(), person);
      } else if (item.sk().startsWith(GROUP)) {
        Group group = DirectoryJson.group(item.data());
        groups.put(group.id(), group);
      } else if (item.sk().startsWith(MACHINE)) {
        Machine machine = DirectoryJson.machine(item.data());
        machines.put(machine.id(), machine);
      }
    }
    return new Directory(people, groups, machines);
  }
}
