package io.countersign.project;

import io.countersign.name.SecretPrefix;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which prefix, over all projects: none is the beginning of another's (design §1).
 * Prefixes of secrets never begin with {@code /}, those of parameters always do.
 *
 * @param owners {@code project/environment}, or {@code project/destinations/id}, by prefix
 * @param version how often the registry was written
 */
public record Prefixes(SortedMap<String, String> owners, long version) {
  public static final Prefixes NONE = new Prefixes(new TreeMap<>(), 0);

  /** The owner of a prefix that overlaps this one and is not the given owner's, or null. */
  public @Nullable String rival(SecretPrefix prefix, String owner) {
    return rival(prefix.value(), owner);
  }

  /** The same for any prefix. */
  public @Nullable String rival(String prefix, String owner) {
    return owners.entrySet().stream()
        .filter(each -> !each.getValue().equals(owner))
        .filter(each -> each.getKey().startsWith(prefix) || prefix.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The registry with this prefix as the owner's only one. */
  public Prefixes claimed(SecretPrefix prefix, String owner) {
    return claimed(prefix.value(), owner);
  }

  /** The same for any prefix. */
  public Prefixes claimed(String prefix, String owner) {
    SortedMap<String, String> next = new TreeMap<>(owners);
    next.values().removeIf(each -> each.equals(owner));
    next.put(prefix, owner);
    return new Prefixes(next, version + 1);
  }
}
