package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes groups and who is in them. */
final class Groups {
  /** Two items a person, in a transaction of at most 60. */
  private static final int MOST_MOVED = 25;

  Draft put(HttpRequest http) {
    GroupId id = http.parameter("group", GroupId::new);
    Fields body = http.fields();
    String name = body.text("name", 200);
    SortedSet<PersonId> members = new TreeSet<>(body.typedList("members", PersonId::new));
    body.end();
    return Draft.ofOrganisation(
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Group before = sight.directory().groups().get(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          known(members, sight.directory());
          Basis basis = new Basis(sight.project(), sight.directory());
          Edit.OfGroup edit =
              new Edit.OfGroup(
                  basis.members(id),
                  new Edit.OfGroup.Members(new Group(id, name, version), members));
          if (basis.moved(edit.after()).size() > MOST_MOVED) {
            throw new InvalidField(
                "members", "moves", "changes more than 25 memberships; do it in several steps");
          }
          Json answer =
              Json.object()
                  .put("id", id.value())
                  .put("name", name)
                  .put(
                      "members",
                      Json.array(members, each -> Answers.actor(each, sight.directory()::nameOf)))
                  .build();
          return new Draft.Written(edit, Versions.answer(answer, version));
        });
  }

  private static void known(Set<PersonId> members, Directory directory) {
    for (PersonId member : members) {
      if (directory.person(member) == null) {
        throw new InvalidField("members", "unknown-person", "names " + member + ", who is nobody");
      }
    }
  }
}
