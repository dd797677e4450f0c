package io.countersign.merging;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Locked;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.governance.Enacting;
import io.countersign.governance.Misfit;
import io.countersign.merge.Plan;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.request.Agreement;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import io.countersign.store.Commit;
import io.countersign.store.Entry;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits the plan of a merge that was decided, and carries it out at once; access is given, and
 * rules are changed, by the transaction itself.
 */
final class Planning {
  private final Store store;
  private final Supplier<Prefixes> prefixes;
  private final Carrying carrying;
  private final Ledgers ledgers;

  /**
   * Carries out plans.
   *
   * @param prefixes of all projects at that moment
   */
  Planning(Store store, Supplier<Prefixes> prefixes, Carrying carrying, Ledgers ledgers) {
    this.store = store;
    this.prefixes = prefixes;
    this.carrying = carrying;
    this.ledgers = ledgers;
  }

  /**
   * The request afterwards, or null when something was not as read any more.
   *
   * @param plan leased to this invocation
   * @throws ProblemException 409 while another merge holds one of the documents
   */
  @Nullable Request carryOut(
      Grounds on, Plan plan, List<Event> events, Instant now, @Nullable Repeat repeat) {
    Commit decided = on.commit(events, now).repeatable(repeat);
    if (decided.after().status() != Status.MERGING) {
      return store.commit(decided.writing(entries(on, now))) ? decided.after() : null;
    }
    Locked locked = Locked.find(store, plan, on.request().id(), on.sight());
    if (locked != null) {
      throw locked.problem(on.directory()).asException();
    }
    Commit commit = decided.with(plan);
    return store.commit(commit)
        ? carrying.carry(ledgers.after(commit, on.head()), on.revision())
        : null;
  }

  /**
   * What a change of rules writes of the registry, in its author's name; nothing of any other.
   *
   * @throws ProblemException 409 where somebody has taken a prefix that it claims, or made the
   *     project that it makes
   */
  private List<Entry> entries(Grounds on, Instant now) {
    List<Edit> edits = on.revision().edits();
    if (edits.isEmpty()) {
      return List.of();
    }
    for (Edit edit : edits) {
      if (made(edit)) {
        throw refused(
            on,
            Fit.CHANGED,
            "There is a " + edit.thing().called() + " by now: revise or withdraw the request.");
      }
    }
    List<Reason> around =
        Agreement.around(on.revision(), on.rules(), on.directory(), store::everyProject);
    if (!around.isEmpty()) {
      throw Answers.problem(
              Refusal.state("not-agreed", "The request cannot be merged yet.", around),
              on.clearing())
          .asException();
    }
    Basis basis = new Basis(on.rules(), on.directory());
    Prefixes claimed = Enacting.claims(edits) ? prefixes.get() : Prefixes.NONE;
    Misfit misfit = Enacting.misfit(edits, basis, claimed);
    if (misfit != null) {
      throw refused(
          on, "prefix-taken", "What it claims " + misfit.message() + ": revise the request.");
    }
    Entry.Mark mark = new Entry.Mark(on.revision().author(), now);
    List<Entry> entries = Enacting.entries(edits, basis, claimed, mark);
    Basis after = basis.with(edits);
    return Enacting.endsSetup(basis, after)
        ? Enacting.endingSetup(entries, basis, after, now)
        : entries;
  }

  /** A project is in no rules but its own, so nothing else has looked for it. */
  private boolean made(Edit edit) {
    return edit instanceof Edit.OfProject(Project before, Project after)
        && before == null
        && !after.id().equals(ProjectId.ORGANISATION)
        && store.rules(after.id()) != null;
  }

  private static ProblemException refused(Grounds on, String code, String message) {
    return Answers.problem(Refusal.state(code, message, List.of()), on.clearing()).asException();
  }
}
