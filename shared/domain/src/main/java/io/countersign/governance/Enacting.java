package io.countersign.governance;

import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Setup;
import io.countersign.directory.Subject;
import io.countersign.policy.Oversight;
import io.countersign.project.Prefixes;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import io.countersign.store.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What edits write in the registry, all of it in one transaction. */
public final class Enacting {
  /** How many items they may come to, beside what the rest of a transaction takes. */
  static final int MOST_ITEMS = 51;

  private Enacting() {}

  /**
   * Why they cannot be written together, whoever agrees to them; null where they can.
   *
   * @param prefixes of all projects
   */
  public static @Nullable Misfit misfit(List<Edit> edits, Basis basis, Prefixes prefixes) {
    Set<Object> written = new HashSet<>();
    int items = 0;
    Basis now = basis;
    Prefixes claimed = prefixes;
    for (Edit edit : edits) {
      Map<Object, String> touched = touched(edit, now);
      for (Map.Entry<Object, String> each : touched.entrySet()) {
        if (!written.add(each.getKey())) {
          return new Misfit(
              "twice",
              "changes",
              "changes %s twice: make one change of it.".formatted(each.getValue()));
        }
      }
      items += items(edit, touched.size());
      Claim claim = Claim.of(edit);
      if (claim != null) {
        String rival = claimed.rival(claim.prefix(), claim.owner());
        if (rival != null) {
          return new Misfit("overlap", claim.field(), "overlaps the prefix of " + rival);
        }
        claimed = claimed.claimed(claim.prefix(), claim.owner());
      }
      now = now.with(edit);
    }
    return items > MOST_ITEMS
        ? new Misfit("too-many", "changes", "change too much at once; do it in several steps")
        : null;
  }

  /** Whether one of them makes a prefix somebody's own. */
  public static boolean claims(List<Edit> edits) {
    return edits.stream().anyMatch(each -> Claim.of(each) != null);
  }

  /** What of the table an edit writes, and what that is in words. */
  private static Map<Object, String> touched(Edit edit, Basis basis) {
    Map<Object, String> touched = new LinkedHashMap<>();
    touch(touched, edit);
    Edit.SignIn signIn = edit.signIn();
    if (signIn != null) {
      touch(touched, signIn.before());
      touch(touched, signIn.after());
    }
    if (edit instanceof Edit.OfGroup(_, var after)) {
      basis.moved(after).forEach(each -> touch(touched, new Edit.OfPerson(each, each)));
    }
    return touched;
  }

  private static void touch(Map<Object, String> touched, Edit edit) {
    touched.put(edit.thing().key(), edit.thing().called());
  }

  private static void touch(Map<Object, String> touched, @Nullable Subject subject) {
    if (subject != null) {
      touched.put(subject, "who signs in as " + subject.subject());
    }
  }

  /** Somebody's item, that of their old and of their new subject, and who asked with it. */
  private static int items(Edit edit, int touched) {
    return switch (edit) {
      case Edit.OfPerson _, Edit.OfMachine _ -> 4;
      case Edit.OfGroup _ -> 1 + 2 * (touched - 1);
      case Edit.OfPolicy _, Edit.OfEnvironment _, Edit.OfDestination _ -> 2;
      default -> 1;
    };
  }

  /**
   * The entries, in the order of the edits.
   *
   * @param basis what they are applied to; each is as it was when they were written
   * @param prefixes of all projects
   * @param mark whose edits they are, and when they are applied
   */
  public static List<Entry> entries(
      List<Edit> edits, Basis basis, Prefixes prefixes, Entry.Mark mark) {
    Prefixes claimed = prefixes;
    int last = -1;
    for (int i = 0; i < edits.size(); i++) {
      Claim claim = Claim.of(edits.get(i));
      if (claim != null) {
        claimed = claimed.claimed(claim.prefix(), claim.owner());
        last = i;
      }
    }
    // One transaction writes the registry of prefixes once.
    Prefixes all = new Prefixes(claimed.owners(), prefixes.version() + 1);
    List<Entry> entries = new ArrayList<>();
    Basis now = basis;
    for (int i = 0; i < edits.size(); i++) {
      entries.add(entry(edits.get(i), now, i == last ? all : null, mark));
      now = now.with(edits.get(i));
    }
    return entries;
  }

  /** Whether the first admin sets up alone, and does not any more once these edits are applied. */
  public static boolean endsSetup(Basis before, Basis after) {
    Oversight oversight = before.rules().oversight();
    return oversight.setup() != null && oversight.settingUp() && Fit.admins(after).size() > 1;
  }

  /**
   * The same entries with the end of the time alone, which is for good.
   *
   * @param after the rules and people once they are written
   * @param at when that is
   */
  public static List<Entry> endingSetup(
      List<Entry> entries, Basis before, Basis after, Instant at) {
    Setup setup = setup(before);
    List<Entry> all = new ArrayList<>(entries);
    all.add(new Entry.EndOfSetup(all.removeLast(), setup.ended(second(before, after), at)));
    return all;
  }

  /** With whom the first admin's time alone ends. */
  public static PersonId second(Basis before, Basis after) {
    return Fit.admins(after).stream()
        .filter(each -> !each.equals(setup(before).by()))
        .findFirst()
        .orElseThrow();
  }

  private static Setup setup(Basis before) {
    return Objects.requireNonNull(before.rules().oversight().setup(), "it lasts");
  }

  private static Entry entry(Edit edit, Basis basis, @Nullable Prefixes prefixes, Entry.Mark mark) {
    return switch (edit) {
      case Edit.OfPerson(Person before, Person after) -> new Entry.OfPerson(before, after);
      case Edit.OfMachine(Machine before, Machine after) ->
          new Entry.OfMachine(before, before == null ? after : answered(before, after, mark));
      case Edit.OfGroup(_, var after) -> new Entry.OfGroup(after.group(), basis.moved(after));
      case Edit.OfProject of -> new Entry.OfProject(of.after());
      case Edit.OfEnvironment of -> new Entry.OfEnvironment(of.project(), of.after(), prefixes);
      case Edit.OfBinding(var project, var before, var after) ->
          after != null
              ? new Entry.OfBinding(project, after)
              : new Entry.RemovalOfBinding(project, Objects.requireNonNull(before));
      case Edit.OfRole of -> new Entry.OfRole(of.project(), of.after());
      case Edit.OfDestination of -> new Entry.OfDestination(of.project(), of.after(), prefixes);
      case Edit.OfChannel of -> new Entry.OfChannel(of.project(), of.after());
      case Edit.OfPolicy(var project, var before, var after) ->
          after != null
              ? new Entry.OfPolicy(project, after, mark)
              : new Entry.RemovalOfPolicy(project, Objects.requireNonNull(before), mark);
    };
  }

  /** Who ceases to own it ceases when the edit is applied. */
  private static Machine answered(Machine before, Machine after, Entry.Mark mark) {
    return new Machine(
        after.id(),
        after.name(),
        after.active(),
        after.subject(),
        after.owners(),
        before.ceasedWith(after.owners(), mark.at()),
        after.version());
  }
}
