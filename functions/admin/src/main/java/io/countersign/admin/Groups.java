package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes groups and who is in them. */
final class Groups {
  /** Two items a person, in a transaction of at most 60. */
  private static final int MOST_MOVED = 25;

  private final Writing writing;

  Groups(Writing writing) {
    this.writing = writing;
  }

  HttpResponse put(HttpRequest http) {
    GroupId id = http.parameter("group", GroupId::new);
    Fields body = http.fields();
    String name = body.text("name", 200);
    Set<PersonId> members = new TreeSet<>(body.typedList("members", PersonId::new));
    body.end();
    return writing.organisation(
        http,
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Group before = sight.directory().groups().get(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          known(members, sight.directory());
          List<Person> moved = moved(id, members, sight.directory());
          if (moved.size() > MOST_MOVED) {
            throw new InvalidField(
                "members", "moves", "changes more than 25 memberships; do it in several steps");
          }
          Group after = new Group(id, name, version);
          Json answer =
              Json.object()
                  .put("id", id.value())
                  .put("name", name)
                  .put(
                      "members",
                      Json.array(members, each -> Answers.actor(each, sight.directory()::nameOf)))
                  .build();
          return new Writing.Written(
              new Entry.OfGroup(after, moved), Versions.answer(answer, version));
        });
  }

  private static void known(Set<PersonId> members, Directory directory) {
    for (PersonId member : members) {
      if (directory.person(member) == null) {
        throw new InvalidField("members", "unknown-person", "names " + member + ", who is nobody");
      }
    }
  }

  private static List<Person> moved(GroupId id, Set<PersonId> members, Directory directory) {
    List<Person> moved = new ArrayList<>();
    for (Person person : directory.people().values()) {
      boolean wanted = members.contains(person.id());
      if (wanted != person.groups().contains(id)) {
        SortedSet<GroupId> groups = new TreeSet<>(person.groups());
        if (wanted) {
          groups.add(id);
        } else {
          groups.remove(id);
        }
        moved.add(person.in(groups));
      }
    }
    return moved;
  }
}
