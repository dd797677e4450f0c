package io.countersign.explore.guard;

import io.countersign.explore.act.Engine;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Realm;
import org.jspecify.annotations.Nullable;

/** The engine with one guard left out. */
public interface Guard extends Engine {
  String name();

  /** What the guard does. */
  String words();

  /** The promise that is broken without it. */
  Promise keeps();

  /** A small realm in which that shows. */
  Realm realm();

  /**
   * The engine without only those guards that stand before this one and would do in its place; null
   * where none does.
   */
  default @Nullable Engine behind() {
    return null;
  }
}
