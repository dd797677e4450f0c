package io.countersign.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Join;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.directory.Subject;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.merge.Plan;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.RotatedKeys;
import io.countersign.property.Cases;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.sample.Any;
import io.countersign.sample.AnyDestination;
import io.countersign.sample.AnyRevision;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever is written is read back as it was, through its text. */
class RoundTripTest {
  private static <T> void each(
      Function<RandomGenerator, T> any, Function<T, Json> write, Function<Json, T> read) {
    Cases.each(
        300,
        random -> {
          T value = any.apply(random);
          assertThat(read.apply(JsonText.parse(write.apply(value).text()))).isEqualTo(value);
        });
  }

  @Test
  void channels() {
    each(Any::channel, (Channel each) -> ChannelJson.write(each), ChannelJson::channel);
  }

  @Test
  void people() {
    each(Any::wholePerson, (Person each) -> DirectoryJson.write(each), DirectoryJson::person);
    each(Any::machine, (Machine each) -> DirectoryJson.write(each), DirectoryJson::machine);
  }

  @Test
  void groups() {
    each(
        random -> new Group(new GroupId("ops"), Any.text(random), Any.number(random)),
        (Group each) -> DirectoryJson.write(each),
        DirectoryJson::group);
  }

  @Test
  void policies() {
    each(Any::policy, (Policy each) -> PolicyJson.write(each), PolicyJson::read);
  }

  @Test
  void projects() {
    each(
        random ->
            new Project(
                ProjectId.of("payments"), Any.text(random), Governance.OPT_OUT, Any.number(random)),
        (Project each) -> ProjectJson.write(each),
        ProjectJson::project);
  }

  @Test
  void environments() {
    each(
        random ->
            new Environment(
                Any.environment(random),
                Any.text(random),
                new SecretPrefix("a/b/"),
                Any.maybe(random, () -> Any.text(random)),
                Any.list(
                    random,
                    2,
                    () ->
                        new RotatedKeys(
                            new PathGlob("/db/**"),
                            new TreeSet<>(Any.list(random, 3, () -> Any.text(random))))),
                Any.number(random)),
        (Environment each) -> ProjectJson.write(each),
        ProjectJson::environment);
  }

  @Test
  void joins() {
    each(
        random ->
            Join.asked(
                Any.text(random),
                Any.maybe(random, () -> Any.text(random)),
                new Subject("x" + Any.text(random), "y" + Any.text(random)),
                Instant.EPOCH.plusMillis(random.nextInt(1_000_000))),
        (Join each) -> DirectoryJson.write(each),
        DirectoryJson::join);
  }

  @Test
  void roles() {
    each(
        random ->
            new Role(
                new RoleId("own"),
                EnumSet.range(
                    Permission.SECRETS_PROPOSE, Cases.oneOf(random, List.of(Permission.values()))),
                Any.number(random)),
        (Role each) -> ProjectJson.write(each),
        ProjectJson::role);
  }

  @Test
  void bindings() {
    each(
        random ->
            new Binding(
                new BindingId("some"),
                Cases.oneOf(random, List.of(Role.ADMIN, Role.DEVELOPER, Role.VIEWER)),
                Cases.oneOf(
                    random,
                    List.of(
                        new Holder.OnePerson(Any.person(random)),
                        new Holder.OneMachine(new MachineId("ci")),
                        new Holder.OneGroup(new GroupId("ops")))),
                Any.maybe(random, () -> Any.environment(random)),
                Any.maybe(random, () -> new PathGlob("/a/**")),
                Any.number(random)),
        (Binding each) -> ProjectJson.write(each),
        ProjectJson::binding);
  }

  @Test
  void destinations() {
    each(AnyDestination::of, DestinationJson::write, DestinationJson::destination);
  }

  @Test
  void prefixes() {
    each(
        random ->
            Prefixes.NONE
                .claimed(new SecretPrefix("a/"), Any.text(random) + 1)
                .claimed(new SecretPrefix("b/c/"), Any.text(random) + 2),
        ProjectJson::write,
        json -> ProjectJson.prefixes(json, 2));
  }

  @Test
  void revisions() {
    each(AnyRevision::of, RevisionJson::write, RevisionJson::read);
  }

  @Test
  void requests() {
    each(AnyRequest::of, (Request each) -> RequestJson.write(each), RequestJson::read);
  }

  @Test
  void plans() {
    each(AnyRequest::plan, (Plan each) -> PlanJson.write(each), PlanJson::read);
  }

  @Test
  void everyKindOfEvent() {
    RequestId id = new RequestId(ProjectId.of("payments"), 3);
    Cases.each(
        100,
        random -> {
          Instant at = Any.instant(random);
          for (Event event : AnyRequest.events(random)) {
            Json.Obj record = EventJson.record(id, 7, at, event);
            assertThat(EventJson.event(JsonText.object(record.text()))).isEqualTo(event);
            assertThat(record.get("id")).isEqualTo(new Json.Str("payments-3#7"));
          }
        });
  }
}
