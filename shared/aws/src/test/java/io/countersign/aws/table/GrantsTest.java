package io.countersign.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.directory.Directory;
import io.countersign.governance.Enacting;
import io.countersign.project.Prefixes;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What functions write is in the lists of their roles. The contracts of all adapters are held under
 * those of the functions that write by them; here is what no contract does.
 */
class GrantsTest {
  @RegisterExtension static final DynamoDbLocal LOCAL = new DynamoDbLocal();

  private final Table table = LOCAL.table();

  private Table as(String... functions) {
    return LOCAL.as(table, functions);
  }

  private void submitted() {
    Revision revision =
        Proposals.revision(
            People.ids("dan"),
            Rulebook.rules(List.of(Rulebook.policy("one", Rulebook.requirement(1, "amy"))))
                .bind(List.of(Rulebook.DB), People.directory("amy", "dan")),
            Rulebook.DB);
    assertThat(
            new DynamoStore(as("Submit"), () -> Proposals.NOON)
                .commit(
                    Commit.of(
                            Proposals.ONE,
                            null,
                            List.of(Proposals.submitted(revision)),
                            Proposals.NOON)
                        .with(revision)))
        .isTrue();
  }

  @Test
  void tickWritesThatARequestIsOver() {
    submitted();
    DynamoStore store = new DynamoStore(as("Tick"), () -> Proposals.NOON);
    Head head = Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head());
    Instant later = Proposals.NOON.plus(Duration.ofDays(99));
    assertThat(Requests.decide(head.request(), new Command.Expire(), later))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted ->
                assertThat(store.commit(Commit.of(Proposals.ONE, head, accepted.events(), later)))
                    .isTrue());
  }

  @Test
  void mergeWritesAllRulesThatOthersAgreedTo() {
    Table table = as("Merge");
    DynamoStore store = new DynamoStore(table, () -> Proposals.NOON);
    Counters counters = new Counters(Rulebook.PAYMENTS, 0, 0);
    assertThat(
            new DynamoRegistry(as("Admin")).write(new Entry.OfProject(Charter.PROJECT), counters))
        .isTrue();
    submitted();
    Head head = Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head());
    Entry.Mark mark = new Entry.Mark(People.id("pat"), Proposals.NOON);
    Basis none = new Basis(Charter.rules(), Directory.EMPTY);
    List<Edit> edits = new ArrayList<>(Charter.additions());
    edits.remove(2);
    List<Entry> entries = Enacting.entries(edits, none, Prefixes.NONE, mark);
    assertThat(
            store.commit(
                Commit.of(
                        Proposals.ONE,
                        head,
                        List.of(new Event.RulesChanged(List.of())),
                        Proposals.NOON)
                    .resting(new Counters(Rulebook.PAYMENTS, 1, 1))
                    .writing(entries)))
        .isTrue();
    assertThat(Objects.requireNonNull(store.rules(Rulebook.PAYMENTS)).policies()).hasSize(1);
  }

  @Test
  void relayAndTickWriteHowFarARequestIsToldOf() {
    submitted();
    DynamoOutbox outbox = new DynamoOutbox(as("Relay", "Tick"));
    outbox.published(Proposals.ONE, 1);
    assertThat(outbox.cursor(Proposals.ONE)).isEqualTo(1);
  }

  @Test
  void aWriteThatNoListHasIsRefused() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> as("Sync").put(Item.of(Keys.DIRECTORY, "PERSON#eve")))
        .withMessageContaining("Sync may not PutItem DIRECTORY");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> as("Vote", "Bypass").put(Item.of(Keys.project(Rulebook.PAYMENTS), "POLICY#one")));
  }
}
