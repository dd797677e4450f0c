package io.countersign.directory;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC client that acts by itself. It proposes and, where its roles let it, merges; it never
 * votes, and whoever owns it does not vote on what it wrote (rule 2).
 *
 * @param subject the one OIDC subject of the client's own tokens, or null while unbound
 * @param owners the people who answer for it
 * @param ceased who owned it before, and when they last ceased to
 * @param version how often the machine was written, from 1
 */
public record Machine(
    MachineId id,
    String name,
    boolean active,
    @Nullable Subject subject,
    SortedSet<PersonId> owners,
    SortedMap<PersonId, Instant> ceased,
    long version) {

  /** Who has owned it at any time since then, that moment included. */
  public SortedSet<PersonId> ownersSince(Instant then) {
    SortedSet<PersonId> since = new TreeSet<>(owners);
    ceased.forEach(
        (person, at) -> {
          if (!at.isBefore(then)) {
            since.add(person);
          }
        });
    return since;
  }

  /** Who ceases to own it, or had ceased before, when it belongs to these from now on. */
  public SortedMap<PersonId, Instant> ceasedWith(SortedSet<PersonId> next, Instant now) {
    SortedMap<PersonId, Instant> all = new TreeMap<>(ceased);
    owners.forEach(owner -> all.put(owner, now));
    all.keySet().removeAll(next);
    return all;
  }
}
