package io.countersign.admin;

import io.countersign.edge.command.Answers;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.governance.Enacting;
import io.countersign.journal.Deed;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an admin writes alone (rule 13): a journal tells of it; there is always an admin, and the
 * first one sets up alone only until there is a second.
 */
record Admins(Journal journal) {
  /**
   * The entries as they are to be written: with the end of the time alone where they make a second
   * admin, and the deeds that tell of it all.
   *
   * @throws io.countersign.edge.http.ProblemException 422 where nobody would be left
   */
  List<Entry> keep(List<Entry> entries, List<Edit> edits, Basis before, Entry.Mark mark) {
    Basis after = before.with(edits);
    List<Reason> last = Fit.lastAdmin(before, after);
    if (!last.isEmpty()) {
      throw Answers.problem(Refusal.rule(last.getFirst()), before.directory()).asException();
    }
    SortedMap<ProjectId, List<Deed>> deeds = new TreeMap<>();
    tell(
        deeds,
        Asking.project(edits, before.rules()),
        new Deed.RulesWritten(mark.by(), edits.stream().map(Edit::thing).toList()));
    boolean second = Enacting.endsSetup(before, after);
    List<Entry> all =
        new ArrayList<>(second ? Enacting.endingSetup(entries, before, after, mark.at()) : entries);
    if (second) {
      tell(
          deeds,
          ProjectId.ORGANISATION,
          new Deed.SetupEnded(mark.by(), Enacting.second(before, after)));
    }
    for (var each : deeds.entrySet()) {
      ProjectId project = each.getKey();
      all.add(new Entry.Told(project, journal.tip(project), each.getValue(), mark.at()));
    }
    return all;
  }

  private static void tell(SortedMap<ProjectId, List<Deed>> deeds, ProjectId project, Deed deed) {
    deeds.computeIfAbsent(project, _ -> new ArrayList<>()).add(deed);
  }
}
