package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.rule.Edit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes machines. */
final class Machines {
  private static final int MOST_OWNERS = 20;

  private final Subjects subjects;
  private final InstantSource clock;

  Machines(Subjects subjects, InstantSource clock) {
    this.subjects = subjects;
    this.clock = clock;
  }

  Draft put(HttpRequest http) {
    MachineId id = http.parameter("machine", MachineId::new);
    Fields body = http.fields();
    String name = body.text("name", 200);
    SortedSet<PersonId> owners = new TreeSet<>(body.typedList("owners", PersonId::new));
    boolean wanted = body.flagOr("active", true);
    boolean given = body.has("active");
    Subject bound = Subjects.in(body);
    body.end();
    return Draft.ofOrganisation(
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Machine before = sight.directory().machines().get(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          answerable(owners, sight.directory());
          Machine after =
              new Machine(
                  id,
                  name,
                  (given || before == null) ? wanted : before.active(),
                  bound == null && before != null ? before.subject() : bound,
                  owners,
                  ceased(before, owners),
                  version);
          subjects.free(bound, id);
          return new Draft.Written(
              new Edit.OfMachine(before, after),
              Versions.answer(Answers.machine(after, sight.directory()::nameOf), version));
        });
  }

  private SortedMap<PersonId, Instant> ceased(
      @Nullable Machine before, SortedSet<PersonId> owners) {
    return before == null ? new TreeMap<>() : before.ceasedWith(owners, clock.instant());
  }

  /** Somebody who is here has to answer for it. */
  private static void answerable(SortedSet<PersonId> owners, Directory directory) {
    if (owners.isEmpty() || owners.size() > MOST_OWNERS) {
      throw new InvalidField("owners", "size", "must name 1 to " + MOST_OWNERS + " people");
    }
    for (PersonId owner : owners) {
      Person person = directory.person(owner);
      if (person == null) {
        throw new InvalidField("owners", "unknown-person", "names " + owner + ", who is nobody");
      }
      if (!person.active()) {
        throw new InvalidField("owners", "deactivated", "names " + owner + ", who is deactivated");
      }
    }
  }
}
