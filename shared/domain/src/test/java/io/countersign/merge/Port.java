package io.countersign.merge;

import io.countersign.name.Token;
import io.countersign.vault.Creation;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultRefused;
import org.jspecify.annotations.Nullable;

/**
 * The vault as a holder reaches it: AWS denies it one document, and a guard may be left out.
 *
 * @param plan as the holder knows it
 * @param denied the document that AWS does not let us write, or -1
 */
record Port(FakeVault vault, Plan plan, int denied, @Nullable Guard without) implements Vault {
  @Override
  public Seen read(String secretName) {
    Seen seen = vault.read(secretName);
    if (without != Guard.PROOF || !(seen instanceof Seen.Present now)) {
      return seen;
    }
    return plan.documents().stream()
        .filter(each -> each.secretName().equals(secretName) && each.move() != null)
        .<Seen>map(
            each ->
                new Seen.Present(
                    now.arn(), now.current(), each.move().ours(), now.text(), now.hindrance()))
        .findFirst()
        .orElse(seen);
  }

  @Override
  public boolean crowded(String arn) {
    return vault.crowded(arn);
  }

  @Override
  public @Nullable String text(String arn, String versionId) {
    return vault.text(arn, versionId);
  }

  @Override
  public Creation create(String secretName, @Nullable String kmsKeyArn, String token) {
    return vault.create(secretName, kmsKeyArn, token);
  }

  @Override
  public String stage(String arn, String token, String text) {
    allowed(arn);
    if (without != Guard.TOKEN) {
      return vault.stage(arn, token, text);
    }
    String only = Token.of("whatever the base", arn);
    return vault.text(arn, only) == null ? vault.stage(arn, only, text) : only;
  }

  @Override
  public Move move(String arn, String from, String to) {
    allowed(arn);
    return vault.move(arn, without == Guard.COMPARE_AND_SWAP ? current(arn) : from, to);
  }

  @Override
  public void unlabel(String arn) {
    vault.unlabel(arn);
  }

  @Override
  public void delete(String arn) {
    vault.delete(arn);
  }

  @Override
  public void restore(String arn) {
    vault.restore(arn);
  }

  private void allowed(String arn) {
    if (denied >= 0 && arn.contains(Stage.secret(Stage.BOTH.get(denied)))) {
      throw new VaultRefused("AccessDeniedException");
    }
  }

  private String current(String arn) {
    return Stage.BOTH.stream()
        .map(each -> vault.read(Stage.secret(each)))
        .filter(each -> each instanceof Seen.Present now && now.arn().equals(arn))
        .map(each -> ((Seen.Present) each).current())
        .findFirst()
        .orElse("none");
  }
}
