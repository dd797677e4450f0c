package io.countersign.admin;

import io.countersign.edge.command.Answers;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.governance.Enacting;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Fit;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import java.util.List;

/**
 * The admins of the organisation (rule 13): there is always one, and the first one sets up alone
 * only until there is a second.
 */
record Admins(Journal journal) {
  /**
   * The entries as they are to be written: with the end of the time alone, and the deed that says
   * so, where they make a second admin.
   *
   * @throws io.countersign.edge.http.ProblemException 422 where nobody would be left
   */
  List<Entry> keep(List<Entry> entries, Basis before, Basis after, Entry.Mark mark) {
    List<Reason> last = Fit.lastAdmin(before, after);
    if (!last.isEmpty()) {
      throw Answers.problem(Refusal.rule(last.getFirst()), before.directory()).asException();
    }
    return Enacting.endsSetup(before, after)
        ? Enacting.endingSetup(entries, before, after, mark, journal.tip(ProjectId.ORGANISATION))
        : entries;
  }
}
