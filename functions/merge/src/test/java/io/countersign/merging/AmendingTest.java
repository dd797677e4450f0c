package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Surroundings;
import io.countersign.rule.Edit;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Entry;
import io.countersign.store.Store;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Merging changes of rules that somebody else was faster with. */
class AmendingTest {
  private static final Project BILLING =
      new Project(ProjectId.of("billing"), "Billing", Governance.POLICY, 1);

  private final Settled settled = new Settled();
  private final Router router =
      Wiring.function(
              settled.tables.store(),
              settled.tables.registry()::prefixes,
              new FakeVault(),
              new FakeProposals(Instant::now))
          .router(Duration.ofSeconds(15));

  private Revision asks(ProjectId project, Edit... edits) {
    RequestId id = new RequestId(project, 7);
    Revision revision =
        Revision.sealed(
            id,
            "",
            People.id("ada"),
            "Other rules",
            "",
            payload(project, List.of(edits)),
            List.of(),
            settled.tables.store().directory(),
            Instant.now());
    settled.happens(Commit.of(id, null, Settled.submitted(revision), Instant.now()).with(revision));
    return revision;
  }

  private Payload payload(ProjectId project, List<Edit> edits) {
    Store store = settled.tables.store();
    Rules rules = Objects.requireNonNull(store.rules(project));
    return new Payload.OfGovernance(
        project,
        edits,
        Surroundings.of(
            edits, Surroundings.places(edits, rules, store::everyProject), store.directory()));
  }

  private Answered merge(Revision revision) {
    return Answered.of(
        router,
        Calls.to("POST /v1/change-requests/{id}/merge")
            .by(settled.subject("ada"))
            .with("id", revision.request().toString())
            .body("{\"digest\":\"%s\"}".formatted(revision.digest().hex())));
  }

  private Request state(Revision revision) {
    return Objects.requireNonNull(settled.tables.store().read(Ask.state(revision.request())).head())
        .request();
  }

  private void write(Entry entry) {
    assertThat(
            settled
                .tables
                .registry()
                .write(
                    entry,
                    Objects.requireNonNull(
                        settled
                            .tables
                            .store()
                            .read(new Ask(null, null, null, null, Rulebook.PAYMENTS))
                            .counters())))
        .isTrue();
  }

  @Test
  void a_new_project_is_there_after_the_merge() {
    Revision asked = asks(ProjectId.ORGANISATION, new Edit.OfProject(null, BILLING));
    assertThat(merge(asked).status()).isEqualTo(200);
    assertThat(state(asked).status()).isEqualTo(Status.MERGED);
    assertThat(settled.tables.registry().projects()).contains(BILLING);
  }

  @Test
  void a_project_that_somebody_else_has_made_is_not_made_again() {
    Revision asked = asks(ProjectId.ORGANISATION, new Edit.OfProject(null, BILLING));
    write(new Entry.OfProject(BILLING));
    Answered answer = merge(asked);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("rules-changed");
    assertThat(answer.text()).contains("There is a project Billing by now");
    assertThat(state(asked).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void a_prefix_that_somebody_else_has_taken_is_not_claimed() {
    Revision asked =
        asks(
            Rulebook.PAYMENTS,
            new Edit.OfEnvironment(
                Rulebook.PAYMENTS, null, Rulebook.environment(Rulebook.STAGING)));
    Prefixes taken =
        settled.tables.registry().prefixes().claimed("staging/inner/", "payments/other");
    write(
        new Entry.OfEnvironment(
            Rulebook.PAYMENTS,
            new Environment(
                new EnvironmentId("other"),
                "other",
                new SecretPrefix("staging/inner/"),
                null,
                List.of(),
                1),
            taken));
    Answered answer = merge(asked);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("prefix-taken");
    assertThat(state(asked).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void the_settings_of_the_organisation_are_written_for_the_first_time() {
    Project settings = new Project(ProjectId.ORGANISATION, "Organisation", Governance.OPT_OUT, 1);
    Revision asked = asks(ProjectId.ORGANISATION, new Edit.OfProject(null, settings));
    assertThat(merge(asked).status()).isEqualTo(200);
    assertThat(settled.rules().oversight().organisation()).isEqualTo(settings);
  }
}
