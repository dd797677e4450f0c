package io.countersign.destination;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How everything stands at every destination: the truth of what is still to be brought. Messages
 * only say that somebody should look.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Standings {
  /**
   * Asks that it is brought now, also where a later try was planned.
   *
   * @param request whose change it is, or null where somebody just wants it to be there
   */
  void ask(Lane lane, Cargo cargo, @Nullable RequestId request, Instant now);

  /** What is due in a lane by then, the longest due first. */
  List<Standing> due(Lane lane, Instant now, int most);

  /** Writes what came of it; false where it was asked for meanwhile, and so is still to be done. */
  boolean put(Standing next);

  /** Of news that arrived there is nothing more to know. */
  boolean forget(Standing arrived);

  /** All documents of a destination, by environment and path. */
  List<Standing> of(Lane lane);

  /** The lanes in which something is due by then. */
  SortedSet<Lane> waiting(Instant now);

  /**
   * Takes a lane for oneself, so that a slow destination has one at work and not all.
   *
   * @param until when others may take it although it was not left
   * @return whether it was free
   */
  boolean enter(Lane lane, String holder, Instant now, Instant until);

  /** Leaves a lane, if it is still the holder's. */
  void leave(Lane lane, String holder);
}
