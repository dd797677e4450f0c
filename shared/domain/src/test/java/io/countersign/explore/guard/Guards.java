package io.countersign.explore.guard;

import java.util.ArrayList;
import java.util.List;

/** All guards. */
public final class Guards {
  private Guards() {}

  public static List<Guard> all() {
    List<Guard> all = new ArrayList<>();
    all.addAll(List.of(VoteGuard.values()));
    all.addAll(List.of(MergeGuard.values()));
    all.addAll(List.of(RevisionGuard.values()));
    all.addAll(List.of(BypassGuard.values()));
    all.addAll(List.of(StateGuard.values()));
    all.addAll(List.of(TableGuard.values()));
    all.addAll(List.of(SagaGuard.values()));
    all.addAll(List.of(TakeUpGuard.values()));
    all.addAll(List.of(OwnerGuard.values()));
    return all;
  }
}
