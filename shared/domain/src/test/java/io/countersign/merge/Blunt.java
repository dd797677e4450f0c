package io.countersign.merge;

import io.countersign.vault.Creation;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import org.jspecify.annotations.Nullable;

/** A vault that moves {@code AWSCURRENT} wherever it is. */
record Blunt(Vault vault, java.util.function.Function<String, String> current) implements Vault {
  @Override
  public Move move(String arn, String from, String to) {
    return vault.move(arn, current.apply(arn), to);
  }

  @Override
  public Seen read(String secretName) {
    return vault.read(secretName);
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
