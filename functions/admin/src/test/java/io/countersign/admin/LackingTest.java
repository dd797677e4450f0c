package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.json.Fields;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.project.Prefixes;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import io.countersign.store.Store;
import io.countersign.store.TornStore;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who lacks a permission is told who could give it, and only who may know of them. Ada may
 * everything; Ann everything in {@code payments}, by the group of its leads; Dan develops there.
 */
class LackingTest {
  private static final String POLICIES = "POST /v1/projects/{project}/policies";
  private static final Group LEADS = new Group(new GroupId("leads"), "Leads", 1);

  private static final Person ANN = People.person("ann", "leads");

  private final Office office = new Office();

  @BeforeEach
  void setUp() {
    office.begins();
    office.write(new Entry.OfGroup(LEADS, List.of()));
    office.write(new Entry.OfPerson(null, ANN));
    office.write(new Entry.OfPerson(null, People.person("dan")));
    office.write(new Entry.OfPerson(null, People.person("eve")));
    office.write(new Entry.OfProject(Rulebook.project()));
    office.write(
        new Entry.OfEnvironment(
            Rulebook.PAYMENTS,
            Rulebook.environment(Rulebook.PROD),
            Prefixes.NONE.claimed(new SecretPrefix("prod/"), "payments/prod")));
    Binding leads =
        new Binding(
            new BindingId("leads"), Role.ADMIN, new Holder.OneGroup(LEADS.id()), null, null, 1);
    office.write(new Entry.OfBinding(Rulebook.PAYMENTS, leads));
    office.write(
        new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("dan", Role.DEVELOPER, "dan")));
  }

  private Answered policy(String by) {
    return office.call(policyCall(by));
  }

  private static Calls policyCall(String by) {
    return Calls.to(POLICIES)
        .with("project", "payments")
        .by(by)
        .body(
            "{\"name\":\"One\",\"targets\":[{\"environment\":\"prod\"}],"
                + "\"requirements\":[{\"approvals\":1,\"people\":[\"ada\"]}]}");
  }

  private Answered project(String by) {
    return office.call(
        Calls.to("PUT /v1/projects/{project}")
            .with("project", "payments")
            .by(by)
            .header("If-Match", "\"1\"")
            .body("{\"name\":\"Mine\",\"governance\":\"OPT_OUT\"}"));
  }

  private Answered person(String by) {
    return office.call(
        Calls.to("PUT /v1/people/{person}")
            .with("person", "fay")
            .by(by)
            .body("{\"name\":\"Fay\",\"email\":\"fay@example.com\"}"));
  }

  private Answered binding(String by, String role) {
    return office.call(
        Calls.to("PUT /v1/projects/{project}/bindings/{binding}")
            .with("project", "*")
            .with("binding", "given")
            .by(by)
            .body("{\"role\":\"" + role + "\",\"person\":\"eve\"}"));
  }

  private static void lacking(Answered answer, String... by) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("permission-missing");
    List<Fields> reasons = Fields.of(answer.body()).objects("reasons");
    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst().text("message")).isEqualTo(answer.text("detail"));
    assertThat(reasons.getFirst().objects("clearedBy"))
        .extracting(each -> each.text("id"))
        .containsExactly(by);
  }

  @Test
  void inAProjectItsPeopleCouldGiveIt() {
    lacking(policy("dan"), "ada", "ann");
  }

  @Test
  void inTheOrganisationOnlyThoseWhoHaveItThere() {
    lacking(person("dan"), "ada");
    lacking(binding("ann", "viewer"), "ada");
  }

  @Test
  void whoHasNoRoleInAProjectLearnsOfNobodyInIt() {
    assertThat(policy("eve").status()).isEqualTo(404);
    lacking(project("eve"), "ada");
    lacking(project("dan"), "ada", "ann");
  }

  @Test
  void whoWasReadAsMemberAndHasLeftWritesNothing() {
    office.write(
        new Entry.OfGroup(
            new Group(LEADS.id(), LEADS.name(), 2), List.of(ANN.in(People.groups()))));
    assertThat(policyAsRead().status()).isEqualTo(404);
    Rules rules = Objects.requireNonNull(office.tables.store().rules(Rulebook.PAYMENTS));
    assertThat(rules.policies()).isEmpty();
  }

  @Test
  void whoWasReadAsActiveAndIsNotIsToldSo() {
    office.write(new Entry.OfPerson(ANN, People.gone(ANN.in(ANN.groups()))));
    assertThat(policyAsRead().code()).isEqualTo("deactivated");
  }

  @Test
  void whoseSubjectWasReadAsTheirsAndIsNotIsNobody() {
    office.write(
        new Entry.OfPerson(
            ANN,
            new Person(
                ANN.id(), "Ann", ANN.email(), true, People.subject("anne"), ANN.groups(), 2)));
    assertThat(policyAsRead().code()).isEqualTo("unknown-person");
  }

  /** Ann's, whose entry was read before the counters of the same read: that is no snapshot. */
  private Answered policyAsRead() {
    Store torn = new TornStore(office.tables.store(), Actor.of(ANN));
    return Answered.of(office.on(torn), policyCall("ann"));
  }
}
