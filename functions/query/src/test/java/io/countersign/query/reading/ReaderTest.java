package io.countersign.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.directory.Join;
import io.countersign.directory.MachineId;
import io.countersign.directory.Role;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.ProblemException;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks to join is shown to those who may let them in. */
class ReaderTest {
  private static final Join EVE = Join.asked("Eve", null, People.subject("eve"), Proposals.NOON);

  private final FakeTables tables = new FakeTables(() -> Proposals.NOON);
  private final Reader reader = new Reader(tables.store(), tables.registry());

  @BeforeEach
  void setUp() {
    write(
        new Entry.OfFirstAdmin(
            People.person("ada"), Rulebook.binding("aa", Role.ADMIN, "ada"), Proposals.NOON));
    write(new Entry.OfPerson(null, People.person("ann")));
    write(new Entry.OfProject(Rulebook.project()));
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("ann", Role.ADMIN, "ann")));
    assertThat(tables.registry().ask(EVE)).isTrue();
  }

  @Test
  void an_admin_of_the_organisation_sees_who_asks_to_join() {
    assertThat(joins("ada")).containsExactly(EVE);
  }

  @Test
  void an_admin_of_one_project_does_not() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> joins("ann"))
        .satisfies(each -> assertThat(each.problem().status()).isEqualTo(403));
  }

  @Test
  void more_than_names_is_for_oneself_and_whoever_may_write_the_directory_of_all() {
    assertThat(insight("ada").whole(People.id("ann"))).isTrue();
    assertThat(insight("ann").whole(People.id("ann"))).isTrue();
    assertThat(insight("ann").whole(People.id("ada"))).isFalse();
    assertThat(insight("ann").whole(new MachineId("ann"))).isFalse();
    assertThat(insight("ann").directory().people())
        .containsOnlyKeys(People.id("ada"), People.id("ann"));
  }

  private Insight insight(String by) {
    return reader.insight(
        HttpRequest.of(Calls.to("GET /v1/people").by(by).event(), MachineClients.NONE));
  }

  private List<Join> joins(String by) {
    return reader.joins(
        HttpRequest.of(Calls.to("GET /v1/joins").by(by).event(), MachineClients.NONE),
        Proposals.NOON);
  }

  private void write(Entry entry) {
    Ask counters = new Ask(null, null, null, null, Rulebook.PAYMENTS);
    assertThat(
            tables
                .registry()
                .write(entry, Objects.requireNonNull(tables.store().read(counters).counters())))
        .isTrue();
  }
}
