package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.Organisation;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Setup;
import io.countersign.edge.command.Answers;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.project.ProjectId;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import io.countersign.store.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;

/**
 * The admins of the organisation (rule 13): there is always one, and the first one sets up alone
 * only until there is a second.
 */
record Admins(Registry registry, Journal journal, InstantSource clock) {
  /**
   * The entry as it is to be written: with the end of the time alone, and the deed that says so,
   * where it makes a second admin.
   *
   * @throws io.countersign.edge.http.ProblemException 422 where nobody would be left
   */
  Entry keep(Entry entry, Writing.Sight sight) {
    Organisation before = new Organisation(sight.directory(), sight.access().organisation());
    SortedSet<PersonId> admins = after(entry, before).admins();
    if (admins.isEmpty() && !before.admins().isEmpty()) {
      Reason last =
          new Reason(
              "last-admin",
              "Nobody who can sign in would have directory:write in the whole organisation any"
                  + " more; give it to somebody else first.",
              before.admins());
      throw Answers.problem(Refusal.rule(last), sight.directory()).asException();
    }
    return admins.size() > 1 && entry.everywhere() ? ended(entry, admins, sight.actor()) : entry;
  }

  private Entry ended(Entry entry, SortedSet<PersonId> admins, Actor by) {
    Setup setup = registry.setup();
    if (setup == null || setup.end() != null) {
      return entry;
    }
    PersonId second =
        admins.stream().filter(each -> !each.equals(setup.by())).findFirst().orElseThrow();
    return new Entry.EndOfSetup(
        entry, setup.ended(second, clock.instant()), by.id(), journal.tip(ProjectId.ORGANISATION));
  }

  private static Organisation after(Entry entry, Organisation before) {
    return switch (entry) {
      case Entry.OfPerson(_, Person after) -> before.with(List.of(after));
      case Entry.OfGroup(_, List<Person> moved) -> before.with(moved);
      case Entry.OfBinding(ProjectId project, Binding binding)
          when project.equals(ProjectId.ORGANISATION) ->
          before.with(binding);
      case Entry.RemovalOfBinding(ProjectId project, Binding binding, _, _)
          when project.equals(ProjectId.ORGANISATION) ->
          before.without(binding);
      case Entry.OfBinding _,
          Entry.RemovalOfBinding _,
          Entry.OfMachine _,
          Entry.OfFirstAdmin _,
          Entry.EndOfSetup _,
          Entry.OfProject _,
          Entry.OfEnvironment _,
          Entry.OfRole _,
          Entry.OfDestination _,
          Entry.OfChannel _,
          Entry.OfPolicy _,
          Entry.RemovalOfPolicy _ ->
          before;
    };
  }
}
