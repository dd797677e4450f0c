package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Recorded;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.Setup;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.journal.Deed;
import io.countersign.project.ProjectId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Doors;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import io.countersign.store.Note;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 13: the first admin sets up alone until there is a second, and never again. */
class SetupTest {
  private static final Person BOB = People.person("bob");

  private final Office office = new Office();

  @BeforeEach
  void setUp() {
    office.begins();
    office.write(new Entry.OfPerson(null, BOB));
    office.write(new Entry.OfGroup(new Group(new GroupId("admins"), "Admins", 1), List.of()));
  }

  private Setup setup() {
    return Objects.requireNonNull(office.tables.registry().setup());
  }

  @Test
  void theFirstAdminBeginsAlone() {
    assertThat(setup()).isEqualTo(Setup.begun(People.id("ada"), Proposals.NOON));
    assertThat(person("cem", "").status()).isEqualTo(201);
    assertThat(bind("viewer", "\"person\":\"bob\"").status()).isEqualTo(201);
    assertThat(setup().end()).isNull();
    assertThat(journal()).hasSize(3);
    assertThat(journal().get(1).text()).contains("RulesWritten", "cem");
  }

  @Test
  void whatCameIntoTheJournalMeanwhileIsFollowed() {
    Counters counters =
        Objects.requireNonNull(
            office
                .tables
                .store()
                .read(new Ask(null, null, null, null, ProjectId.ORGANISATION))
                .counters());
    Deed other = new Deed.Revealed(People.id("ada"), Rulebook.DB, "KEY", "version-1");
    Journal all = office.tables.journal();
    office
        .tables
        .doors()
        .first(
            Doors.Call.WRITE,
            () ->
                assertThat(
                        all.write(
                            new Note(
                                all.tip(ProjectId.ORGANISATION), other, Proposals.NOON, counters)))
                    .isTrue());
    assertThat(bind("admin", "\"person\":\"bob\"").status()).isEqualTo(201);
    assertThat(journal()).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L, 4L);
    assertThat(journal().getLast().text()).contains("SetupEnded");
  }

  @Test
  void whoeverGetsTheRoleOfAnAdminEndsIt() {
    assertThat(bind("admin", "\"person\":\"bob\"").status()).isEqualTo(201);
    ended();
  }

  @Test
  void whoeverJoinsAGroupOfAdminsEndsIt() {
    assertThat(bind("admin", "\"group\":\"admins\"").status()).isEqualTo(201);
    assertThat(setup().end()).isNull();
    assertThat(group("\"bob\"", 1).status()).isEqualTo(200);
    ended();
  }

  @Test
  void whoeverCanSignInAtLastEndsIt() {
    office.write(
        new Entry.OfPerson(
            BOB, new Person(BOB.id(), "Bob", BOB.email(), true, null, BOB.groups(), 2)));
    bind("admin", "\"person\":\"bob\"");
    assertThat(setup().end()).isNull();
    person("bob", ",\"subject\":{\"issuer\":\"i\",\"subject\":\"s\"}", 2);
    ended();
  }

  @Test
  void itIsOverForGood() {
    bind("admin", "\"person\":\"bob\"");
    Setup over = setup();
    assertThat(person("bob", ",\"active\":false", 1).status()).isEqualTo(200);
    Answered alone = person("bob", ",\"active\":true", 2);
    assertThat(alone.status()).isEqualTo(422);
    assertThat(alone.code()).isEqualTo("nobody-could-approve");
    assertThat(setup()).isEqualTo(over);
    assertThat(journal()).hasSize(4);
    assertThat(journal().getLast().text()).contains("RulesWritten", "by=ada", "bob");
  }

  @Test
  void somebodyIsAlwaysLeftWhoMayLetOthersIn() {
    last(binding("first-admin", "viewer", "\"person\":\"ada\"").header("If-Match", "\"1\""));
    last(taking("first-admin"));
    bind("admin", "\"group\":\"admins\"");
    group("\"ada\"", 1);
    Calls less = binding("first-admin", "viewer", "\"person\":\"ada\"").header("If-Match", "\"1\"");
    assertThat(office.call(less).status()).isEqualTo(200);
    last(groupOf("").header("If-Match", "\"2\""));
    last(taking("given"));
  }

  @Test
  void fromThenOnAnotherAdminIsAsked() {
    bind("admin", "\"person\":\"bob\"");
    Answered asked = office.call(taking("given"));
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text())
        .contains("\"id\":\"*-1\"", "\"project\":\"*\"", "Remove role of bob as admin");
    assertThat(office.tables.registry().organisation()).hasSize(2);
    assertThat(office.call(taking("given")).code()).isEqualTo("same-request");
  }

  private void optOut() {
    Calls alone = Calls.to("PUT /v1/projects/{project}").with("project", "*").by("ada");
    String body = "{\"name\":\"Us\",\"governance\":\"OPT_OUT\"}";
    assertThat(office.call(alone.body(body)).status()).isEqualTo(201);
  }

  @Test
  void whatIsTakenFromOneOfTwoAdminsStandsInTheOrganisationsJournal() {
    optOut();
    bind("admin", "\"person\":\"bob\"");
    assertThat(office.call(taking("given")).status()).isEqualTo(200);
    assertThat(office.tables.registry().organisation())
        .extracting(each -> each.id().value())
        .containsExactly("first-admin");
    assertThat(journal()).allMatch(Recorded::sound);
    assertThat(journal().getLast().text()).contains("RulesWritten", "given", "bob");
    last(taking("first-admin"));
  }

  private static Calls taking(String binding) {
    return Calls.to("DELETE /v1/projects/{project}/bindings/{binding}")
        .with("project", "*")
        .with("binding", binding)
        .by("ada")
        .header("If-Match", "\"1\"");
  }

  private void last(Calls call) {
    Answered answer = office.call(call);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("last-admin");
    assertThat(answer.text()).contains("\"clearedBy\":[{\"id\":\"ada\"");
  }

  private void ended() {
    assertThat(Objects.requireNonNull(setup().end()).with()).isEqualTo(BOB.id());
    assertThat(setup().by()).isEqualTo(People.id("ada"));
    List<Recorded> journal = journal();
    assertThat(journal).allMatch(Recorded::sound);
    assertThat(journal.getFirst().text()).contains("SetupBegun", "ada");
    assertThat(journal.get(journal.size() - 2).text()).contains("RulesWritten", "ada");
    assertThat(journal.getLast().text()).contains("SetupEnded", "ada", "bob");
    assertThat(journal.getLast().previous()).isEqualTo(journal.get(journal.size() - 2).hash());
  }

  private List<Recorded> journal() {
    return office.tables.journal().records(ProjectId.ORGANISATION, 0, 10);
  }

  private Answered bind(String role, String holder) {
    return office.call(binding("given", role, holder));
  }

  private static Calls binding(String id, String role, String holder) {
    return Calls.to("PUT /v1/projects/{project}/bindings/{binding}")
        .with("project", "*")
        .with("binding", id)
        .by("ada")
        .body("{\"role\":\"" + role + "\"," + holder + "}");
  }

  private Answered group(String members, long version) {
    return office.call(groupOf(members).header("If-Match", "\"" + version + "\""));
  }

  private static Calls groupOf(String members) {
    return Calls.to("PUT /v1/groups/{group}")
        .with("group", "admins")
        .by("ada")
        .body("{\"name\":\"Admins\",\"members\":[" + members + "]}");
  }

  private Answered person(String id, String more, long version) {
    return office.call(body(id, more).header("If-Match", "\"" + version + "\""));
  }

  private Answered person(String id, String more) {
    return office.call(body(id, more));
  }

  private static Calls body(String id, String more) {
    return Calls.to("PUT /v1/people/{person}")
        .with("person", id)
        .by("ada")
        .body("{\"name\":\"" + id + "\",\"email\":\"" + id + "@example.com\"" + more + "}");
  }
}
