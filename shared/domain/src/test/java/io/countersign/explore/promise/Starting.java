package io.countersign.explore.promise;

import io.countersign.directory.Permission;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.world.Ghost;
import io.countersign.request.Event;

/** Judges the start of a merge, by whatever right, and the look at a bypass. */
record Starting(Decided decided) {
  private static final int SHORTEST_REASON = 10;

  void judge(Event event) {
    switch (event) {
      case Event.MergeStarted started -> started(started.mode());
      case Event.Acknowledged _ -> acknowledged();
      default -> {}
    }
  }

  private Ghost ghost() {
    return decided.ghost();
  }

  private void started(Event.Mode mode) {
    switch (mode) {
      case MERGE -> agreed();
      case BYPASS -> around();
      case FINISH -> finished();
      case UNDO -> decided.only(mayMerge(decided.by()));
    }
    boolean sawIt =
        decided.facts().seen() == null
            || decided.facts().seen().equals(decided.now().digest())
            || decided.deed().hand().errand() instanceof Errand.Revise;
    decided.unless(sawIt, Promise.S2);
    decided.unless(!ghost().stale() || mode == Event.Mode.UNDO, Promise.S4);
    decided.only(
        decided.may(decided.author(), Permission.SECRETS_PROPOSE) || mode == Event.Mode.UNDO);
  }

  /** Rule 9: needs what its start would need now, by whichever right it was started first. */
  private void finished() {
    if (ghost().mode() == Event.Mode.MERGE) {
      decided.broken().addAll(decided.count().broken());
    } else {
      decided.unless(decided.count().agreed() || let(decided.author()), Promise.S10);
    }
    decided.only(mayMerge(decided.by()));
  }

  private void agreed() {
    decided.broken().addAll(decided.count().broken());
    decided.only(mayMerge(decided.by()));
  }

  private boolean mayMerge(String who) {
    return decided.active(who)
        && (who.equals(decided.author())
            || decided.may(who, Permission.REQUESTS_MERGE)
            || ghost().bound().stream()
                .flatMap(each -> each.seats().stream())
                .anyMatch(each -> each.members().contains(who) && decided.admitted(who, each)));
  }

  /** Rule 7: by its author, let by all policies then and now, with a reason, without agreement. */
  private void around() {
    String who = decided.by();
    boolean fair =
        who.equals(decided.author())
            && decided.deed().hand().errand() instanceof Errand.GoAround around
            && around.reason().length() >= SHORTEST_REASON
            && let(who);
    decided.unless(fair && !decided.count().agreed(), Promise.S10);
  }

  private boolean let(String who) {
    return !ghost().bound().isEmpty()
        && ghost().bound().stream().allMatch(each -> each.let(who))
        && decided.count().live().stream().allMatch(each -> each.let(who));
  }

  /** By an approver who wrote none of it. */
  private void acknowledged() {
    String who = decided.by();
    boolean fit =
        !ghost().authors().contains(who)
            && ghost().bound().stream().anyMatch(each -> each.had(who));
    decided.unless(fit, Promise.S10);
  }
}
