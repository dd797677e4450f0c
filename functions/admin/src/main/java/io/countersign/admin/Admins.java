package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.PersonId;
import io.countersign.directory.Setup;
import io.countersign.edge.command.Answers;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Fit;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import io.countersign.store.Registry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The admins of the organisation (rule 13): there is always one, and the first one sets up alone
 * only until there is a second.
 */
record Admins(Registry registry, Journal journal, InstantSource clock) {
  /**
   * The entries as they are to be written: with the end of the time alone, and the deed that says
   * so, where they make a second admin.
   *
   * @throws io.countersign.edge.http.ProblemException 422 where nobody would be left
   */
  List<Entry> keep(List<Entry> entries, Basis before, Basis after, Actor by) {
    List<Reason> last = Fit.lastAdmin(before, after);
    if (!last.isEmpty()) {
      throw Answers.problem(Refusal.rule(last.getFirst()), before.directory()).asException();
    }
    SortedSet<PersonId> admins = Fit.admins(after);
    return admins.size() > 1 && entries.getLast().everywhere()
        ? ended(entries, admins, by)
        : entries;
  }

  private List<Entry> ended(List<Entry> entries, SortedSet<PersonId> admins, Actor by) {
    Setup setup = registry.setup();
    if (setup == null || setup.end() != null) {
      return entries;
    }
    PersonId second =
        admins.stream().filter(each -> !each.equals(setup.by())).findFirst().orElseThrow();
    List<Entry> all = new ArrayList<>(entries);
    all.add(
        new Entry.EndOfSetup(
            all.removeLast(),
            setup.ended(second, clock.instant()),
            by.id(),
            journal.tip(ProjectId.ORGANISATION)));
    return all;
  }
}
