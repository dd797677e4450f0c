package io.countersign.explore.world;

import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Purse;
import io.countersign.vault.FakeVault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a {@link World}; many worlds share it.
 *
 * @param at its place
 * @param <T> what stands there
 */
@SuppressWarnings("UnusedTypeParameter") // It says what a world gives for the part.
public record Part<T extends @Nullable Object>(int at) {
  /** The table: the two requests, the rules and the directory, each with its counter. */
  static final List<Part<@Nullable Filed>> FILED = List.of(new Part<>(0), new Part<>(1));

  public static final Part<Ruled> RULES = new Part<>(2);
  public static final Part<Staff> STAFF = new Part<>(3);

  /** Secrets Manager. */
  public static final Part<FakeVault.Snapshot> VAULT = new Part<>(4);

  /** How far time has gone. */
  public static final Part<Day> DAY = new Part<>(5);

  /** Commands that have read, and not yet decided. */
  public static final List<Part<@Nullable Hand>> HANDS = List.of(new Part<>(6), new Part<>(7));

  /** Those who carry a plan out: one, unless a guard is left out. */
  static final List<Part<Crew>> CREWS = List.of(new Part<>(8), new Part<>(9));

  /** A write of somebody dead that is still under way to the table. */
  public static final Part<@Nullable Late> LATE = new Part<>(10);

  /** What really happened to the two requests and to the secrets, which nobody in there knows. */
  static final List<Part<Ghost>> GHOSTS = List.of(new Part<>(11), new Part<>(12));

  public static final Part<Owners> OWNERS = new Part<>(13);

  /** What may still happen, so that there is an end. */
  public static final Part<Purse> PURSE = new Part<>(14);

  /** The proposed values of the two requests. */
  static final List<Part<Pending>> PENDING = List.of(new Part<>(15), new Part<>(16));

  static final int COUNT = 17;
}
