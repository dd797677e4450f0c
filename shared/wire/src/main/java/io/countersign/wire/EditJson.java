package io.countersign.wire;

import io.countersign.directory.Binding;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.Payload;
import io.countersign.revision.Scope;
import io.countersign.rule.Edit;
import io.countersign.rule.Thing;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes of rules, as stored, and what they are about, as stored and shown. */
public final class EditJson {
  /** The member of a revision, a request or an event that has them. */
  static final String GOVERNANCE = "governance";

  private static final String MEMBERS = "members";
  private static final String BINDING = "binding";

  private EditJson() {}

  static Json write(Payload.OfGovernance payload) {
    return Json.object()
        .put("project", payload.project().value())
        .put("edits", Json.array(payload.edits(), EditJson::write))
        .put("surroundings", surroundings(payload.surroundings()))
        .build();
  }

  static Payload.OfGovernance payload(Fields json) {
    return new Payload.OfGovernance(
        json.typed("project", ProjectId::new),
        json.objects("edits").stream().map(EditJson::edit).toList(),
        surroundings(json.textMap("surroundings")));
  }

  private static Json surroundings(SortedMap<ProjectId, Digest> all) {
    Json.Builder json = Json.object();
    all.forEach((project, digest) -> json.put(project.value(), digest.hex()));
    return json.build();
  }

  private static SortedMap<ProjectId, Digest> surroundings(Map<String, String> all) {
    SortedMap<ProjectId, Digest> surroundings = new TreeMap<>();
    all.forEach((project, hex) -> surroundings.put(new ProjectId(project), new Digest(hex)));
    return surroundings;
  }

  static Json write(Scope.OfGovernance scope) {
    return Json.object()
        .put("project", scope.project().value())
        .put("things", things(scope.things()))
        .build();
  }

  static Scope.OfGovernance scope(Fields json) {
    return new Scope.OfGovernance(json.typed("project", ProjectId::new), things(json));
  }

  /** What changes are about. */
  public static Json things(List<Thing> things) {
    return Json.array(things, EditJson::write);
  }

  static List<Thing> things(Fields json) {
    return json.objects("things").stream().map(EditJson::thing).toList();
  }

  /** What a change is about. */
  public static Json.Obj write(Thing thing) {
    ProjectId project = thing.project();
    return Json.object()
        .put("type", thing.sort().word())
        .put("project", project == null ? null : project.value())
        .put("id", thing.id())
        .put("name", thing.name())
        .put("change", thing.deed().name())
        .build();
  }

  private static Thing thing(Fields json) {
    return new Thing(
        json.typed("type", word -> sort(word)),
        json.optionalTyped("project", ProjectId::new),
        json.text("id"),
        json.text("name"),
        json.choice("change", Thing.Deed.class));
  }

  private static Thing.Sort sort(String word) {
    for (Thing.Sort sort : Thing.Sort.values()) {
      if (sort.word().equals(word)) {
        return sort;
      }
    }
    throw new IllegalArgumentException("no sort of ours");
  }

  private static Json write(Edit edit) {
    ProjectId project = edit.project();
    return Json.object()
        .put("type", edit.thing().sort().word())
        .put("project", project == null ? null : project.value())
        .put("before", state(edit, edit.before()))
        .put("after", state(edit, edit.after()))
        .build();
  }

  /** One of its two states, as it is stored where the thing itself is, or as null. */
  private static Json state(Edit edit, @Nullable Record state) {
    if (state == null) {
      return new Json.Null();
    }
    return switch (edit) {
      case Edit.OfPerson _ -> DirectoryJson.write((Person) state);
      case Edit.OfMachine _ -> DirectoryJson.write((Machine) state);
      case Edit.OfGroup _ -> {
        Edit.OfGroup.Members members = (Edit.OfGroup.Members) state;
        yield Json.object()
            .put("group", DirectoryJson.write(members.group()))
            .put(MEMBERS, Json.texts(members.people()))
            .build();
      }
      case Edit.OfProject _ -> ProjectJson.write((Project) state);
      case Edit.OfEnvironment _ -> ProjectJson.write((Environment) state);
      case Edit.OfBinding _ ->
          Json.object()
              .put(BINDING, ProjectJson.write((Binding) state))
              .put("role", ProjectJson.write(((Binding) state).role()))
              .build();
      case Edit.OfRole _ -> ProjectJson.write((Role) state);
      case Edit.OfDestination _ -> DestinationJson.write((Destination) state);
      case Edit.OfChannel _ -> ChannelJson.write((Channel) state);
      case Edit.OfPolicy _ -> PolicyJson.write((Policy) state);
    };
  }

  private static Edit edit(Fields json) {
    ProjectId project = json.optionalTyped("project", ProjectId::new);
    Json before = json.optional("before");
    Json after = json.optional("after");
    Thing.Sort sort = json.typed("type", word -> sort(word));
    return project == null
        ? ofDirectory(sort, before, is(after))
        : ofProject(sort, project, before, after);
  }

  private static Edit ofDirectory(Thing.Sort sort, @Nullable Json before, Json after) {
    return switch (sort) {
      case PERSON ->
          new Edit.OfPerson(read(before, DirectoryJson::person), DirectoryJson.person(after));
      case MACHINE ->
          new Edit.OfMachine(read(before, DirectoryJson::machine), DirectoryJson.machine(after));
      case GROUP -> new Edit.OfGroup(read(before, EditJson::members), members(after));
      default -> throw new IllegalArgumentException("is not of the directory");
    };
  }

  private static Edit ofProject(
      Thing.Sort sort, ProjectId project, @Nullable Json before, @Nullable Json after) {
    return switch (sort) {
      case PROJECT ->
          new Edit.OfProject(read(before, ProjectJson::project), ProjectJson.project(is(after)));
      case ENVIRONMENT ->
          new Edit.OfEnvironment(
              project, read(before, ProjectJson::environment), ProjectJson.environment(is(after)));
      case BINDING ->
          new Edit.OfBinding(
              project, read(before, EditJson::binding), read(after, EditJson::binding));
      case ROLE ->
          new Edit.OfRole(project, read(before, ProjectJson::role), ProjectJson.role(is(after)));
      case DESTINATION ->
          new Edit.OfDestination(
              project,
              read(before, DestinationJson::destination),
              DestinationJson.destination(is(after)));
      case CHANNEL ->
          new Edit.OfChannel(
              project, read(before, ChannelJson::channel), ChannelJson.channel(is(after)));
      case POLICY ->
          new Edit.OfPolicy(project, read(before, PolicyJson::read), read(after, PolicyJson::read));
      default -> throw new IllegalArgumentException("is not of a project");
    };
  }

  private static Edit.OfGroup.Members members(Json stored) {
    Fields json = Fields.of(stored);
    return new Edit.OfGroup.Members(
        DirectoryJson.group(is(json.optional("group"))),
        PartsJson.sorted(json.typedList(MEMBERS, PersonId::new)));
  }

  private static Binding binding(Json stored) {
    Fields json = Fields.of(stored);
    return ProjectJson.binding(
        is(json.optional(BINDING)), List.of(ProjectJson.role(is(json.optional("role")))));
  }

  private static <T> @Nullable T read(@Nullable Json stored, Function<Json, T> reader) {
    return stored == null ? null : reader.apply(stored);
  }

  private static Json is(@Nullable Json stored) {
    if (stored == null) {
      throw new IllegalArgumentException("says nothing of what is to be");
    }
    return stored;
  }
}
