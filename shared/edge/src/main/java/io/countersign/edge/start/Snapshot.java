package io.countersign.edge.start;

import io.countersign.edge.log.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs something before a SnapStart snapshot is taken: only opening and warming, nothing unique. A
 * fault of it costs speed and nothing else, so it does not stop the snapshot.
 */
public final class Snapshot implements Resource {
  private static final List<Snapshot> KEPT = new CopyOnWriteArrayList<>();

  private final Runnable warming;

  Snapshot(Runnable warming) {
    this.warming = warming;
  }

  /** Registers the warming; where there is no SnapStart it never runs. */
  public static void before(Runnable warming) {
    Snapshot snapshot = new Snapshot(warming);
    KEPT.add(snapshot);
    Core.getGlobalContext().register(snapshot);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      warming.run();
    } catch (RuntimeException e) {
      Log.fault("snapshot", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
