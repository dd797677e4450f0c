package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Doors.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private final StoppedClock clock = new StoppedClock(Proposals.NOON);
  private final FakeTable table = new FakeTable();
  private final FakeStore store = new FakeStore(table, clock);
  private final Commit submission =
      Commit.of(
          Proposals.ONE,
          null,
          List.of(
              Proposals.submitted(Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB))),
          Proposals.NOON);

  @Test
  void aFaultBeforeTheEffectLeavesNothing() {
    table.doors().failBefore(Call.COMMIT);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.commit(submission));
    assertThat(table).isEqualTo(new FakeTable());
    assertThat(store.commit(submission)).isTrue();
  }

  @Test
  void aFaultAfterTheEffectLeavesItThere() {
    table.doors().failAfter(Call.COMMIT);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.commit(submission));
    assertThat(store.read(Ask.state(Proposals.ONE)).head()).isNotNull();
    assertThat(store.commit(submission)).isFalse();
  }

  @Test
  void anotherCommitCanComeFirst() {
    table.doors().first(Call.COMMIT, () -> store.commit(submission));
    assertThat(store.commit(submission)).isFalse();
    assertThat(table.doors().calls(Call.COMMIT)).isEqualTo(2);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    FakeTable copy = table.copy();
    assertThat(store.commit(submission)).isTrue();
    assertThat(copy).isEqualTo(new FakeTable()).isNotEqualTo(table);
    assertThat(new FakeStore(copy, clock).commit(submission)).isTrue();
    assertThat(copy).isEqualTo(table);
  }
}
