package io.countersign.explore.guard;

import io.countersign.vault.Creation;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import org.jspecify.annotations.Nullable;

/** A vault that passes every call on, but for those that a guard's removal changes. */
class Passing implements Vault {
  private final FakeVault vault;

  Passing(FakeVault vault) {
    this.vault = vault;
  }

  /** The version that is current just now. */
  String current(String arn) {
    // Its secret's name stands in the ARN, before six digits.
    String name = arn.substring(arn.lastIndexOf(':') + 1, arn.length() - 7);
    return vault.read(name) instanceof Seen.Present now ? now.current() : "none";
  }

  @Override
  public Move move(String arn, String from, String to) {
    return vault.move(arn, from, to);
  }

  @Override
  public Seen read(String secretName) {
    return vault.read(secretName);
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
    return vault.stage(arn, token, text);
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
}
