package io.countersign.rule;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody is called. */
public interface Names {
  String of(ActorId id);

  String of(GroupId id);

  /**
   * As a directory has them, and these edits where it does not know them yet; with their ids where
   * several are called the same.
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
