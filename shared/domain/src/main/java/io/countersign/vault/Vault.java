package io.countersign.vault;

import org.jspecify.annotations.Nullable;

/**
 * The managed secrets, as Secrets Manager keeps them: versions are immutable, a label sits on one
 * version, and {@code AWSCURRENT} moves only from where it is now.
 *
 * <p>Every method may throw {@link VaultUnavailable}; then it is not known whether it took effect.
 */
public interface Vault {
  /** How many young versions a secret may have and still take a merge. */
  int MOST_YOUNG = 90;

  /** The secret of this name as it is now. */
  Seen read(String secretName);

  /**
   * What of this name is current now, without a look at what it holds; null when there is none, or
   * it waits for its deletion. Costs half of what {@link #read} does.
   */
  @Nullable Edition edition(String secretName);

  /**
   * Whether more than {@value #MOST_YOUNG} versions of it are younger than a day. AWS drops none of
   * those and keeps about a hundred in all, so that a merge and its undo might not find room.
   */
  boolean crowded(String arn);

  /** The text of one version, or null when there is no such version or it holds no text. */
  @Nullable String text(String arn, String versionId);

  /**
   * Creates a secret that holds {@code {}}; that first version is current at once, and on AWS has
   * the token as its id, as no other version has.
   *
   * @param kmsKeyArn the key to encrypt with, or null for AWS's own
   * @param token of 32 to 64 characters, the same for each try
   */
  Creation create(String secretName, @Nullable String kmsKeyArn, String token);

  /**
   * Puts a version beside the current one, under our fixed label. Where the version named by the
   * token is there already, nothing is written.
   *
   * @param token of 32 to 64 characters; names the version and always means the same text
   * @param text of at most {@link io.countersign.document.Document#MAX_BYTES} bytes of UTF-8
   * @return the version's id
   * @throws IllegalStateException when the token's version holds another text
   * @throws IllegalArgumentException when the text is too long
   */
  String stage(String arn, String token, String text);

  /**
   * Moves {@code AWSCURRENT}, if it is still on {@code from}: the compare-and-swap. Where it cannot
   * be told whether it moved, this throws rather than guesses.
   */
  Move move(String arn, String from, String to);

  /** Takes our label off whatever version has it; none having it is no fault. */
  void unlabel(String arn);

  /** Marks the secret for deletion in 30 days; its being marked or gone already is no fault. */
  void delete(String arn);

  /** Takes a secret back that waits for its deletion; its being back or gone is no fault. */
  void restore(String arn);
}
