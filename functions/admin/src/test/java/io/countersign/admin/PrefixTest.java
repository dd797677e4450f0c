package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.name.SecretPrefix;
import io.countersign.project.Prefixes;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where environments may be, in a deployment whose place of proposed values is a managed one. */
class PrefixTest {
  private final FakeTables tables = new FakeTables(() -> Proposals.NOON);
  private final Router router =
      Wiring.router(
          tables.store(),
          tables.registry(),
          tables.journal(),
          tables.neighbours(),
          () -> "code",
          new Wiring.Managed(
              List.of(new SecretPrefix("prod/")),
              List.of(new SecretPrefix("prod/pending/"), new SecretPrefix("prod/chat/")),
              List.of()),
          Silence.delivery(),
          Silence.chat(),
          Silence.past());

  @BeforeEach
  void setUp() {
    write(
        new Entry.OfFirstAdmin(
            People.person("ada"),
            Rulebook.binding("first-admin", Role.ADMIN, "ada"),
            Proposals.NOON));
    write(new Entry.OfProject(Rulebook.project()));
  }

  @ParameterizedTest
  @CsvSource({
    "prod/, pending",
    "prod/pending/, pending",
    "prod/pending/inner/, pending",
    "prod/chat/, pending",
    "dev/, not-managed",
    "pending/, not-managed"
  })
  void anEnvironmentIsNowhereElse(String prefix, String rule) {
    Answered refused = put("eu", prefix);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("\"field\":\"secretPrefix\",\"rule\":\"" + rule + "\"");
    assertThat(tables.registry().prefixes()).isEqualTo(Prefixes.NONE);
  }

  @Test
  void whatIsBesideThePlaceOfProposedValuesIsFree() {
    assertThat(put("eu", "prod/pending-not/").status()).isEqualTo(201);
    assertThat(put("us", "prod/pending-not/us/").text()).contains("overlap");
  }

  private Answered put(String environment, String prefix) {
    return Answered.of(
        router,
        Calls.to("PUT /v1/projects/{project}/environments/{environment}")
            .with("project", "payments")
            .with("environment", environment)
            .by("ada")
            .body("{\"secretPrefix\":\"" + prefix + "\"}"));
  }

  private void write(Entry entry) {
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    assertThat(tables.registry().write(entry, Objects.requireNonNull(counters))).isTrue();
  }
}
