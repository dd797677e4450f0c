package io.countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.name.Token;
import io.countersign.vault.Line.Break;
import org.junit.jupiter.api.Test;

final class FakeVaultTest extends VaultContract {
  private static final String TOKEN = Token.of("first");

  private final FakeVault fake = new FakeVault();

  @Override
  protected Vault vault() {
    return fake;
  }

  @Override
  protected Inventory inventory() {
    return fake.inventory();
  }

  @Override
  protected Outsider outsider() {
    return fake.outsider();
  }

  @Override
  protected String freshName() {
    return "prod/db";
  }

  @Test
  void aCallBrokenBeforeTookNoEffect() {
    fake.line().breakNext(Break.BEFORE);
    assertThatThrownBy(() -> fake.create("prod/db", null, TOKEN))
        .isInstanceOf(VaultUnavailable.class);
    assertThat(fake.read("prod/db")).isEqualTo(new Seen.Missing());
  }

  @Test
  void aCallBrokenAfterTookEffect() {
    fake.line().breakAt(2, Break.AFTER);
    fake.read("prod/db");
    assertThatThrownBy(() -> fake.create("prod/db", null, TOKEN))
        .isInstanceOf(VaultUnavailable.class);
    assertThat(fake.read("prod/db")).isInstanceOf(Seen.Present.class);
    assertThat(fake.line().calls())
        .containsExactly("read prod/db", "create prod/db", "read prod/db");
  }

  @Test
  void ofTooManyNamesNoneIsGiven() {
    for (int i = 0; i < Inventory.MOST; i++) {
      fake.outsider().create("prod/" + i, "{}");
    }
    assertThat(fake.inventory().under("prod/")).hasSize(Inventory.MOST);
    fake.outsider().create("prod/more", "{}");
    assertThat(fake.inventory().under("prod/")).isNull();
    assertThat(fake.inventory().under("prod/m")).hasSize(1);
  }

  @Test
  void aSnapshotBringsEverythingBack() {
    String arn = fake.outsider().create("prod/db", "before");
    FakeVault.Snapshot snapshot = fake.snapshot();
    fake.stage(arn, TOKEN, "after");
    fake.outsider().purge("prod/db");
    fake.outsider().create("prod/db", "again");
    assertThat(fake.snapshot()).isNotEqualTo(snapshot);
    fake.restore(snapshot);
    assertThat(fake.snapshot()).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
    assertThat(((Seen.Present) fake.read("prod/db")).text()).isEqualTo("before");
  }

  @Test
  void aSecretHoldsTwentyLabelsAndNoMore() {
    FakeSecret secret =
        FakeSecret.empty("arn").put("v1", new FakeSecret.Content("{}"), FakeSecret.CURRENT);
    for (int n = 1; n < 20; n++) {
      secret = secret.labelled("label" + n, "v1");
    }
    FakeSecret full = secret;
    assertThatThrownBy(() -> full.labelled("label20", "v1")).isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void aMoveToAVersionThatIsNotThereIsAFault() {
    String arn = fake.outsider().create("prod/db", "before");
    String base = ((Seen.Present) fake.read("prod/db")).current();
    assertThatThrownBy(() -> fake.move(arn, base, TOKEN)).isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void aHeldSecretSaysWhyAndIsNotWritten() {
    String arn = fake.outsider().create("prod/db", "before");
    fake.hold("prod/db", Seen.Hindrance.MANAGED);
    assertThat(((Seen.Present) fake.read("prod/db")).hindrance()).isEqualTo(Seen.Hindrance.MANAGED);
    assertThatThrownBy(() -> fake.stage(arn, TOKEN, "after")).isInstanceOf(VaultUnavailable.class);
  }
}
