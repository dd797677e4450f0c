package io.countersign.store;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import io.countersign.store.Doors.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@link Journal} in memory. */
final class FakeJournal implements Journal {
  private final FakeTable table;

  FakeJournal(FakeTable table) {
    this.table = table;
  }

  @Override
  public Tip tip(ProjectId project) {
    return table.doors().pass(Call.TIP, () -> table.getOr(head(project), Tip.NONE));
  }

  @Override
  public boolean write(Note note) {
    return table.doors().pass(Call.NOTE, () -> table.transact(actions(note)));
  }

  private static List<FakeTable.Action> actions(Note note) {
    Counters counters = note.unchanged();
    ProjectId project = counters.project();
    List<FakeTable.Action> actions =
        new ArrayList<>(actions(project, note.after(), List.of(note.deed()), note.at()));
    actions.add(
        new FakeTable.Action.Check(
            FakeKeys.project(project) + FakeKeys.COUNTER, FakeKeys.counted(counters.rules())));
    actions.add(
        new FakeTable.Action.Check(
            FakeKeys.DIRECTORY + FakeKeys.COUNTER, FakeKeys.counted(counters.directory())));
    return actions;
  }

  /** The next deeds of a journal that ended there. */
  static List<FakeTable.Action> actions(
      ProjectId project, Tip before, List<Deed> deeds, Instant at) {
    List<FakeTable.Action> actions = new ArrayList<>();
    Tip last = before;
    for (Deed deed : deeds) {
      long sequence = last.sequence() + 1;
      String id = Journal.name(project) + "#" + sequence;
      String text = "{\"id\":\"" + id + "\"," + at + " " + deed;
      String hash = Chain.next(last.hash(), text);
      actions.add(
          FakeKeys.create(
              deeds(project) + "%010d".formatted(sequence),
              new Recorded(sequence, text, last.hash(), hash)));
      last = new Tip(sequence, hash);
    }
    actions.add(
        new FakeTable.Action.Put(
            head(project),
            found -> found == null ? before.sequence() == 0 : found.equals(before),
            last));
    return actions;
  }

  @Override
  public List<Recorded> records(ProjectId project, long after, int limit) {
    return table.all(deeds(project), Recorded.class).stream()
        .filter(each -> each.sequence() > after)
        .limit(limit)
        .toList();
  }

  private static String head(ProjectId project) {
    return "JOURNAL#" + project + "/TIP";
  }

  private static String deeds(ProjectId project) {
    return "JOURNAL#" + project + "/DEED#";
  }
}
