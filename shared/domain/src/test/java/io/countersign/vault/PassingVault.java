package io.countersign.vault;

import org.jspecify.annotations.Nullable;

/** A vault that passes every call on; what a test is about is written over. */
public class PassingVault implements Vault {
  private final FakeVault vault;

  protected PassingVault(FakeVault vault) {
    this.vault = vault;
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
  public @Nullable Edition edition(String secretName) {
    return vault.edition(secretName);
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
