package io.countersign.tests.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.tests.api.EventSchemas;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
  private static final Digest DIGEST = new Digest("a".repeat(64));
  private static final Reason REASON =
      new Reason("keys-changed", "changed", new TreeSet<>(Set.of(new PersonId("amy"))));

  private static final Remains HELD =
      new Remains(
          new DocumentId(new EnvironmentId("prod"), new DocumentPath("/db")),
          Remains.State.HELD,
          "version-2",
          "prod:/db holds the change.");
  private static final Remains NOT_HELD =
      new Remains(
          new DocumentId(new EnvironmentId("prod"), new DocumentPath("/app")),
          Remains.State.NOT_HELD,
          null,
          "prod:/app does not hold the change.");

  @Test
  void there_is_a_schema_for_each_type_of_event_on_the_bus_and_no_other() {
    assertThat(EventSchemas.titles())
        .isEqualTo(
            kinds(Event.class)
                .map(type -> type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
                .filter(EventJson::published)
                .map(EventJson::detailType)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The records among the kinds of what is sealed. */
  private static Stream<Class<?>> kinds(Class<?> sealed) {
    return sealed.isSealed()
        ? Stream.of(sealed.getPermittedSubclasses()).flatMap(SchemasTest::kinds)
        : Stream.of(sealed);
  }

  static Stream<Event> rare() {
    return Stream.of(
        new Event.Failed(DIGEST, List.of(HELD, NOT_HELD)),
        new Event.Conflicted(DIGEST, REASON, true),
        new Event.Conflicted(DIGEST, REASON, false),
        new Event.SyncFailed(
            new DestinationId("stage-ssm"), NOT_HELD.document(), "version-2", "refused", 13));
  }

  @ParameterizedTest
  @MethodSource("rare")
  void what_seldom_happens_is_written_as_documented(Event event) {
    String detail = EventJson.record(RequestId.parse("payments-1"), 7, Instant.EPOCH, event).text();
    assertThat(EventSchemas.errors(EventJson.detailType(EventJson.word(event)), detail)).isEmpty();
  }
}
