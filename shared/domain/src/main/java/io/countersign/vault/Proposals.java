package io.countersign.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The place of proposed values: secrets under the pending prefix, each read by version id only.
 *
 * <p>Every method may throw {@link VaultUnavailable}; then it is not known whether it took effect.
 */
public interface Proposals {
  /** The most bytes of UTF-8 that one of them may hold. */
  int LARGEST = 60 * 1024;

  /**
   * Writes one, or finds it written by an earlier try with the same token. Another token under the
   * same name writes beside what is there, and takes nothing from it.
   *
   * @param name below the pending prefix, without it
   * @param token of 32 to 64 characters; the same token always means the same text
   * @param text of at most {@link #LARGEST} bytes of UTF-8
   * @return the version id to read it by
   * @throws IllegalStateException when the token's version holds another text
   * @throws IllegalArgumentException when the text is too long
   */
  String write(String name, String token, String text);

  /** Its text, or null when it is gone. */
  @Nullable String read(String name, String versionId);

  /** Deletes all below this name at once and for good; none being there is no fault. */
  void delete(Collection<String> names);

  /**
   * The names of all of them and when each was last written; AWS may show a write minutes later.
   */
  SortedMap<String, Instant> list();
}
