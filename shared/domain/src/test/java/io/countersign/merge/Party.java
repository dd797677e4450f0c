package io.countersign.merge;

import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.sample.Proposals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and whoever works on it.
 *
 * @param events all that happened to the request, as the audit has them
 * @param plan as recorded
 * @param worker who holds the lease, or null when it is dead
 * @param stale a former holder that ought to be dead, or null
 * @param late a write of a dead holder that is still under way to the table, or null
 * @param truth who wrote what, for each of {@link Stage#BOTH}
 * @param starts how often somebody asked for the change to be brought about
 * @param takeUps how often it may be taken up again
 */
record Party(
    Request request,
    List<Event> events,
    Plan plan,
    @Nullable Worker worker,
    @Nullable Worker stale,
    @Nullable Late late,
    List<Ghost> truth,
    int starts,
    int takeUps) {
  /** A write of the plan, or of the end with how far each document came. */
  record Late(long fence, Plan plan, @Nullable Command end) {}

  static Party begun(Stage stage, int takeUps) {
    Plan plan = stage.plan();
    List<Event> events =
        List.of(
            Proposals.submitted(stage.revision()),
            Event.MergeStarted.agreed(
                stage.revision().authors().first(), stage.revision().digest(), false));
    return new Party(
        Requests.evolve(stage.revision().request(), null, events, Proposals.NOON),
        events,
        plan,
        Worker.on(plan),
        null,
        null,
        List.of(Ghost.NOTHING, Ghost.NOTHING),
        1,
        takeUps);
  }

  boolean merging() {
    return request.status() == Status.MERGING;
  }

  /** Whether somebody holds the lease, or is to: emptied secrets are deleted after the end. */
  boolean busy() {
    return merging() || (!failed() && request.status() != Status.OPEN && !over());
  }

  private boolean over() {
    return plan.documents().isEmpty();
  }

  boolean failed() {
    return request.status() == Status.FAILED;
  }

  /** Whether it may be taken up again. */
  boolean again() {
    return failed() && takeUps > 0;
  }

  Party with(Plan next) {
    return new Party(request, events, next, worker, stale, late, truth, starts, takeUps);
  }

  Party with(@Nullable Worker holder, @Nullable Worker former) {
    return new Party(request, events, plan, holder, former, late, truth, starts, takeUps);
  }

  Party with(@Nullable Late underway) {
    return new Party(request, events, plan, worker, stale, underway, truth, starts, takeUps);
  }

  Party seen(int document, Ghost ghost) {
    List<Ghost> ghosts = new ArrayList<>(truth);
    ghosts.set(document, ghost);
    return seen(List.copyOf(ghosts));
  }

  private Party seen(List<Ghost> ghosts) {
    return new Party(request, events, plan, worker, stale, late, ghosts, starts, takeUps);
  }

  /** Taken up again: it began once more if it goes forward. */
  Party takenUp(Plan again) {
    int begun = again.retreat() == null ? starts + 1 : starts;
    return new Party(
        request, events, again, Worker.on(again), stale, late, truth, begun, takeUps - 1);
  }

  /** After the events of one transaction. */
  Party happened(List<Event> news) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(news);
    return new Party(
        Requests.evolve(request.id(), request, news, Proposals.NOON),
        List.copyOf(all),
        plan,
        worker,
        stale,
        late,
        truth,
        starts,
        takeUps);
  }
}
