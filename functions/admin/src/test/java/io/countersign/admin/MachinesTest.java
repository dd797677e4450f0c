package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines are made and kept by Ada; Bob is deactivated. */
class MachinesTest {
  private final Office office = new Office();

  @BeforeEach
  void setUp() {
    office.begins();
    office.write(new Entry.OfPerson(null, People.person("ann")));
    office.write(new Entry.OfPerson(null, People.gone(People.person("bob"))));
  }

  @Test
  void aMachineHasOwnersWhoAreHere() {
    assertThat(put("\"ann\",\"ada\"", "").status()).isEqualTo(201);
    assertThat(ci().owners()).isEqualTo(People.ids("ada", "ann"));
    assertThat(ci().active()).isTrue();
    refused(edit(1, "", ""), "size");
    refused(edit(1, "\"bob\"", ""), "deactivated");
    refused(edit(1, "\"nobody\"", ""), "unknown-person");
    assertThat(ci().version()).isEqualTo(1);
  }

  @Test
  void itIsRememberedWhoOwnedItAndUntilWhen() {
    put("\"ann\"", "");
    assertThat(edit(1, "\"ada\"", "").status()).isEqualTo(200);
    assertThat(ci().owners()).isEqualTo(People.ids("ada"));
    assertThat(ci().ceased()).containsOnlyKeys(People.id("ann"));
  }

  @Test
  void whoSaysNothingOfSubjectAndStandingKeepsThem() {
    put("\"ann\"", ",\"active\":false,\"subject\":{\"issuer\":\"i\",\"subject\":\"s\"}");
    edit(1, "\"ann\"", "");
    assertThat(ci().active()).isFalse();
    assertThat(Objects.requireNonNull(ci().subject()).subject()).isEqualTo("s");
  }

  @Test
  void aPersonsSubjectIsRefused() {
    Answered answer =
        put(
            "\"ann\"",
            ",\"subject\":{\"issuer\":\"https://issuer.example.com\",\"subject\":\"subject-of-ann\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("subject-bound");
    assertThat(office.directory().machines()).isEmpty();
  }

  @Test
  void aMachinesClientIsRefusedForAPerson() {
    Calls call =
        Calls.to("PUT /v1/people/{person}")
            .with("person", "bot")
            .by("ada")
            .body(
                "{\"name\":\"Bot\",\"email\":\"bot@example.com\",\"subject\":"
                    + "{\"issuer\":\"https://issuer.example.com\",\"subject\":\"robot\"}}");
    Router router = office.on(office.tables.store());
    refused(Answered.of(router.knowing(MachineClients.of(List.of("robot"))), call), "client");
    assertThat(office.directory().person(People.id("bot"))).isNull();
    assertThat(Answered.of(router, call).status()).isEqualTo(201);
  }

  @Test
  void onlyWhoMayWriteTheDirectoryOfAllMakesMachines() {
    Answered answer = office.call(machine().by("ann").body(body("\"ann\"", "")));
    assertThat(answer.code()).isEqualTo("permission-missing");
  }

  @Test
  void aMachineGetsRolesAsPeopleDo() {
    put("\"ann\"", "");
    office.write(new Entry.OfProject(Rulebook.project()));
    refused(bind("\"machine\":\"cd\""), "unknown-machine");
    refused(bind("\"machine\":\"ci\",\"person\":\"ann\""), "one-of");
    assertThat(bind("\"machine\":\"ci\"").status()).isEqualTo(201);
  }

  private Answered bind(String holder) {
    return office.call(
        Calls.to("PUT /v1/projects/{project}/bindings/{binding}")
            .with("project", "payments")
            .with("binding", "given")
            .by("ada")
            .body("{\"role\":\"developer\"," + holder + "}"));
  }

  private Answered put(String owners, String more) {
    return office.call(machine().by("ada").body(body(owners, more)));
  }

  private Answered edit(long version, String owners, String more) {
    return office.call(
        machine().by("ada").header("If-Match", "\"" + version + "\"").body(body(owners, more)));
  }

  private static Calls machine() {
    return Calls.to("PUT /v1/machines/{machine}").with("machine", "ci");
  }

  private static String body(String owners, String more) {
    return "{\"name\":\"Pipeline\",\"owners\":[" + owners + "]" + more + "}";
  }

  private Machine ci() {
    return Objects.requireNonNull(office.directory().machines().get(new MachineId("ci")));
  }

  private static void refused(Answered answer, String rule) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.text()).contains("\"rule\":\"" + rule + "\"");
  }
}
