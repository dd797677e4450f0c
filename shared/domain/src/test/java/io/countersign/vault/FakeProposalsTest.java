package io.countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.Token;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class FakeProposalsTest extends ProposalsContract {
  private final FakeProposals fake = new FakeProposals(InstantSource.system());

  @Override
  protected Proposals proposals() {
    return fake;
  }

  @Test
  void aSnapshotBringsEverythingBack() {
    String version = fake.write("payments-1/a/0", Token.of("first"), "text");
    FakeProposals.Snapshot snapshot = fake.snapshot();
    fake.delete(fake.list().keySet());
    assertThat(fake.snapshot()).isNotEqualTo(snapshot);
    fake.restore(snapshot);
    assertThat(fake.read("payments-1/a/0", version)).isEqualTo("text");
  }
}
