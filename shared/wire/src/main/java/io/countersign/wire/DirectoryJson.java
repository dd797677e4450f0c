package io.countersign.wire;

import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Join;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Setup;
import io.countersign.directory.Subject;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People, machines and groups. */
public final class DirectoryJson {
  private DirectoryJson() {}

  public static Json.Obj write(Person person) {
    Subject subject = person.subject();
    return Json.object()
        .put("id", person.id().value())
        .put("name", person.name())
        .put("email", person.email())
        .put("active", person.active())
        .put("subject", subject == null ? new Json.Null() : write(subject))
        .put("groups", Json.texts(person.groups()))
        .put("version", person.version())
        .build();
  }

  private static Json write(Subject subject) {
    return Json.object().put("issuer", subject.issuer()).put("subject", subject.subject()).build();
  }

  public static Person person(Json stored) {
    Fields json = Fields.of(stored);
    return new Person(
        json.typed("id", PersonId::new),
        json.text("name"),
        json.text("email"),
        json.flagOr("active", false),
        subject(json.optionalObject("subject")),
        PartsJson.sorted(json.typedList("groups", GroupId::new)),
        json.number("version"));
  }

  /** The subject in these fields, or null where there are none. */
  public static @Nullable Subject subject(@Nullable Fields json) {
    return json == null ? null : new Subject(json.text("issuer"), json.text("subject"));
  }

  public static Json.Obj write(Machine machine) {
    Subject subject = machine.subject();
    return Json.object()
        .put("id", machine.id().slug())
        .put("name", machine.name())
        .put("active", machine.active())
        .put("subject", subject == null ? new Json.Null() : write(subject))
        .put("owners", Json.texts(machine.owners()))
        .put("ceased", Json.array(machine.ceased().entrySet(), DirectoryJson::ceased))
        .put("version", machine.version())
        .build();
  }

  private static Json ceased(Map.Entry<PersonId, Instant> owner) {
    return Json.object().put("person", owner.getKey().value()).put("at", owner.getValue()).build();
  }

  public static Machine machine(Json stored) {
    Fields json = Fields.of(stored);
    SortedMap<PersonId, Instant> ceased = new TreeMap<>();
    for (Fields each : json.objects("ceased")) {
      ceased.put(each.typed("person", PersonId::new), each.typed("at", Instant::parse));
    }
    return new Machine(
        json.typed("id", MachineId::new),
        json.text("name"),
        json.flagOr("active", false),
        subject(json.optionalObject("subject")),
        PartsJson.sorted(json.typedList("owners", PersonId::new)),
        ceased,
        json.number("version"));
  }

  public static Json.Obj write(Setup setup) {
    Setup.End end = setup.end();
    return Json.object()
        .put("by", setup.by().value())
        .put("at", setup.at())
        .put("with", end == null ? null : end.with().value())
        .put("until", end == null ? null : end.at())
        .build();
  }

  public static Setup setup(Json stored) {
    Fields json = Fields.of(stored);
    Setup alone = Setup.begun(json.typed("by", PersonId::new), json.typed("at", Instant::parse));
    return json.has("until")
        ? alone.ended(json.typed("with", PersonId::new), json.typed("until", Instant::parse))
        : alone;
  }

  public static Json.Obj write(Join join) {
    return Json.object()
        .put("name", join.name())
        .put("email", join.email())
        .put("subject", write(join.subject()))
        .put("at", join.at())
        .put("until", join.until())
        .build();
  }

  public static Join join(Json stored) {
    Fields json = Fields.of(stored);
    Fields subject = json.object("subject");
    return new Join(
        json.text("name"),
        json.optionalText("email"),
        new Subject(subject.text("issuer"), subject.text("subject")),
        json.typed("at", Instant::parse),
        json.typed("until", Instant::parse));
  }

  public static Json.Obj write(Group group) {
    return Json.object()
        .put("id", group.id().value())
        .put("name", group.name())
        .put("version", group.version())
        .build();
  }

  public static Group group(Json stored) {
    Fields json = Fields.of(stored);
    return new Group(json.typed("id", GroupId::new), json.text("name"), json.number("version"));
  }
}
