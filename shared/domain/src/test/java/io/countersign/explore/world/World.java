package io.countersign.explore.world;

import io.countersign.explore.realm.Coin;
import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Purse;
import io.countersign.explore.realm.Realm;
import io.countersign.revision.RequestId;
import io.countersign.sample.Rulebook;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of everything. Immutable; its requests are number 0 and number 1. */
public final class World {
  /** The numbers of its requests. */
  public static final List<Integer> REQUESTS = List.of(0, 1);

  private final @Nullable Object[] parts;

  private World(@Nullable Object[] parts) {
    this.parts = parts;
  }

  /** The id of the request of this number. */
  public static RequestId id(int request) {
    return new RequestId(Rulebook.PAYMENTS, request + 1L);
  }

  /** The number of the request with this id. */
  public static int number(RequestId id) {
    return (int) id.number() - 1;
  }

  /** Where it begins: no request, nobody at work. */
  public static World of(Realm realm) {
    World world =
        new World(new @Nullable Object[Part.COUNT])
            .with(Part.RULES, new Ruled(realm.rules(), 0))
            .with(Part.STAFF, new Staff(realm.directory(), 0))
            .with(Part.VAULT, realm.vault())
            .with(Part.DAY, Day.FIRST)
            .with(Part.OWNERS, Owners.NOBODY)
            .with(Part.PURSE, realm.purse());
    for (int request : REQUESTS) {
      world =
          world.with(request, Crew.NOBODY).with(request, Ghost.NONE).with(request, Pending.WHOLE);
    }
    return world;
  }

  /** A world of these parts. */
  public static World of(@Nullable Object[] parts) {
    return new World(parts);
  }

  /** Its parts; not to be changed. */
  public @Nullable Object[] parts() {
    return parts;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a part is written with its type only
  public <T extends @Nullable Object> T get(Part<T> part) {
    return (T) parts[part.at()];
  }

  public <T extends @Nullable Object> World with(Part<T> part, T next) {
    @Nullable Object[] changed = parts.clone();
    changed[part.at()] = next;
    return new World(changed);
  }

  /** The request as the table has it, or null. */
  public @Nullable Filed filed(int request) {
    return get(Part.FILED.get(request));
  }

  public World with(int request, Filed filed) {
    return with(Part.FILED.get(request), filed);
  }

  public Crew crew(int request) {
    return get(Part.CREWS.get(request));
  }

  public World with(int request, Crew crew) {
    return with(Part.CREWS.get(request), crew);
  }

  public Ghost ghost(int request) {
    return get(Part.GHOSTS.get(request));
  }

  public World with(int request, Ghost ghost) {
    return with(Part.GHOSTS.get(request), ghost);
  }

  public Pending pending(int request) {
    return get(Part.PENDING.get(request));
  }

  public World with(int request, Pending pending) {
    return with(Part.PENDING.get(request), pending);
  }

  public Purse purse() {
    return get(Part.PURSE);
  }

  public World spending(Coin coin) {
    return with(Part.PURSE, purse().less(coin));
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
