package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Recorded;
import io.countersign.directory.Binding;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody gives away what they do not have. Ada may everything; Ann may write the directory and read
 * the audit of {@code payments}, and nothing else.
 */
class GivingTest {
  private static final String BINDING = "PUT /v1/projects/{project}/bindings/{binding}";
  private static final String ROLE = "PUT /v1/projects/{project}/roles/{role}";
  private static final Role CLERK =
      role("clerk", EnumSet.of(Permission.DIRECTORY_WRITE, Permission.AUDIT_READ));

  private final FakeTables tables = new FakeTables(() -> Proposals.NOON);
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

  @BeforeEach
  void setUp() {
    write(
        new Entry.OfFirstAdmin(
            People.person("ada"),
            Rulebook.binding("first-admin", Role.ADMIN, "ada"),
            Proposals.NOON));
    write(new Entry.OfPerson(null, People.person("ann")));
    write(new Entry.OfProject(Rulebook.project()));
    write(new Entry.OfRole(Rulebook.PAYMENTS, CLERK));
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("ann", CLERK, "ann")));
  }

  @Test
  void a_role_is_given_only_by_who_has_its_permissions() {
    forbidden(bind("ann", "admin", ""));
    forbidden(bind("ann", "viewer", ",\"path\":\"/db\""));
    assertThat(rules().access().bindings()).extracting(Binding::role).containsExactly(CLERK);
    assertThat(bind("ann", "clerk", ",\"path\":\"/db\"").status()).isEqualTo(201);
    assertThat(bind("ada", "admin", "").status()).isEqualTo(428);
  }

  @Test
  void a_role_is_taken_away_only_by_who_could_give_it() {
    Calls given =
        to(BINDING)
            .with("binding", "given")
            .by("ada")
            .body("{\"role\":\"admin\",\"person\":\"ada\"}");
    assertThat(Answered.of(router, given).status()).isEqualTo(201);
    Calls over =
        to(BINDING)
            .with("binding", "given")
            .by("ann")
            .header("If-Match", "\"1\"")
            .body("{\"role\":\"clerk\",\"person\":\"ann\"}");
    forbidden(Answered.of(router, over));
    forbidden(take("ann", "\"1\""));
    assertThat(rules().access().bindings())
        .extracting(each -> each.role().id().value())
        .contains("admin");
  }

  @Test
  void what_is_taken_away_is_what_was_seen_and_the_journal_tells_of_it() {
    assertThat(take("ada", "\"1\"").status()).isEqualTo(404);
    assertThat(bind("ann", "clerk", "").status()).isEqualTo(201);
    assertThat(Answered.of(router, taking("ann")).status()).isEqualTo(428);
    assertThat(take("ann", "\"2\"").status()).isEqualTo(412);
    Answered taken = take("ann", "\"1\"");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(taken.text("role")).isEqualTo("clerk");
    assertThat(rules().access().bindings())
        .extracting(each -> each.id().value())
        .containsOnly("ann");
    List<Recorded> journal = tables.journal().records(Rulebook.PAYMENTS, 0, 10);
    assertThat(journal).allMatch(Recorded::sound);
    assertThat(journal.getLast().text())
        .contains("RulesWritten", "by=ann", "ann as clerk", "REMOVE");
  }

  @Test
  void a_role_gets_only_what_its_writer_has() {
    forbidden(define("ann", "own", "secrets:reveal"));
    assertThat(define("ann", "own", "audit:read").status()).isEqualTo(201);
    assertThat(define("ada", "reveals", "secrets:reveal").status()).isEqualTo(201);
  }

  @Test
  void what_a_role_has_already_may_stay_in_it() {
    assertThat(define("ada", "reveals", "secrets:reveal\",\"requests:read").status())
        .isEqualTo(201);
    Answered less = edit("ann", "reveals", "secrets:reveal");
    assertThat(less.status()).as(less.text()).isEqualTo(200);
    assertThat(Objects.requireNonNull(rules().role(new RoleId("reveals"))).permissions())
        .containsExactly(Permission.SECRETS_REVEAL);
  }

  @Test
  void nobody_edits_a_shipped_role() {
    assertThat(define("ada", "viewer", "audit:read").status()).isEqualTo(422);
    assertThat(rules().roles()).containsExactly(CLERK);
  }

  @Test
  void a_role_without_permissions_is_none() {
    Answered answer =
        Answered.of(router, to(ROLE).with("role", "own").by("ada").body("{\"permissions\":[]}"));
    assertThat(answer.status()).isEqualTo(422);
  }

  private Answered bind(String by, String role, String narrowed) {
    return Answered.of(
        router,
        to(BINDING)
            .with("binding", "given")
            .by(by)
            .body("{\"role\":\"" + role + "\",\"person\":\"ann\"" + narrowed + "}"));
  }

  private Answered take(String by, String tag) {
    return Answered.of(router, taking(by).header("If-Match", tag));
  }

  private static Calls taking(String by) {
    return to("DELETE /v1/projects/{project}/bindings/{binding}").with("binding", "given").by(by);
  }

  private Answered define(String by, String id, String permissions) {
    return Answered.of(router, definition(by, id, permissions));
  }

  private Answered edit(String by, String id, String permissions) {
    return Answered.of(router, definition(by, id, permissions).header("If-Match", "\"1\""));
  }

  private static Calls definition(String by, String id, String permissions) {
    return to(ROLE).with("role", id).by(by).body("{\"permissions\":[\"" + permissions + "\"]}");
  }

  private static Calls to(String route) {
    return Calls.to(route).with("project", "payments");
  }

  private static void forbidden(Answered answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("permission-missing");
  }

  private static Role role(String id, Set<Permission> permissions) {
    return new Role(new RoleId(id), permissions, 1);
  }

  private Rules rules() {
    return Objects.requireNonNull(tables.store().rules(Rulebook.PAYMENTS));
  }

  private void write(Entry entry) {
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    assertThat(tables.registry().write(entry, Objects.requireNonNull(counters))).isTrue();
  }
}
