package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Join;
import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.name.SecretPrefix;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Doors;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A stranger asks to join. */
class JoiningTest {
  private final FakeTables tables = new FakeTables(Instant::now);
  private final Router router =
      Wiring.router(
          tables.store(),
          tables.registry(),
          tables.journal(),
          tables.neighbours(),
          () -> "code",
          new Wiring.Managed(List.of(), List.of(new SecretPrefix("pending/")), List.of()),
          Silence.delivery(),
          Silence.chat(),
          Silence.past());

  @Test
  void a_stranger_is_kept_by_the_subject_of_their_token() {
    assertThat(ask().status()).isEqualTo(201);
    assertThat(tables.registry().joins(Instant.now()))
        .extracting(Join::subject)
        .containsExactly(People.subject("eve"));
  }

  @Test
  void who_is_bound_in_that_moment_is_told_so() {
    tables.doors().first(Doors.Call.ASK, this::bind);
    Answered answer = ask();
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("already-bound");
    assertThat(tables.registry().joins(Instant.now())).isEmpty();
  }

  private void bind() {
    Entry entry =
        new Entry.OfFirstAdmin(
            People.person("eve"),
            Rulebook.binding("first-admin", Role.ADMIN, "eve"),
            Proposals.NOON);
    Ask counters = new Ask(null, null, null, null, Rulebook.PAYMENTS);
    assertThat(
            tables
                .registry()
                .write(entry, Objects.requireNonNull(tables.store().read(counters).counters())))
        .isTrue();
  }

  private Answered ask() {
    return Answered.of(router, Calls.to("POST /v1/join").by("eve").body("{\"name\":\"Eve\"}"));
  }
}
