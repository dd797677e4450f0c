package io.countersign.explore.promise;

import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.explore.act.Deed;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Facts;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import java.util.Objects;
import java.util.Set;

/** A command that went through, and what the table held at that very moment. */
record Decided(World before, Deed.Committed deed, World after, Set<Promise> broken) {
  int request() {
    return deed.hand().errand().request();
  }

  Facts facts() {
    return deed.hand().facts();
  }

  Ghost ghost() {
    return after.ghost(request());
  }

  Request now() {
    return Objects.requireNonNull(after.filed(request())).request();
  }

  /** Whether the digest that came with it is that of the revision that was there. */
  boolean sawIt() {
    Filed was = Objects.requireNonNull(before.filed(request()));
    return was.request().digest().equals(facts().seen());
  }

  private Rules rules() {
    return before.get(Part.RULES).rules();
  }

  Directory directory() {
    return before.get(Part.STAFF).directory();
  }

  /** Who is or was agreed with, by the policies of this moment too. */
  Count count() {
    return new Count(
        ghost(), now().digest(), Demand.of(rules(), directory(), now().documents()), directory());
  }

  /** Who did it; the product does it in the author's name. */
  String by() {
    String by = deed.hand().errand().by();
    return by == null ? author() : by;
  }

  String author() {
    return now().author().value();
  }

  boolean may(String who, Permission permission) {
    return new Rights(rules(), directory()).may(who, permission);
  }

  /** Whether that person may vote and merge with these at this moment. */
  boolean admitted(String who, Demand.Seats seats) {
    return directory().people().values().stream()
        .anyMatch(each -> each.id().value().equals(who) && seats.admit(each));
  }

  boolean active(String who) {
    return new Rights(rules(), directory()).active(who);
  }

  void only(boolean allowed) {
    unless(allowed, Promise.R6);
  }

  void unless(boolean kept, Promise promise) {
    if (!kept) {
      broken.add(promise);
    }
  }
}
