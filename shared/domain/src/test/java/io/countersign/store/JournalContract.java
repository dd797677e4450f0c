package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.directory.Binding;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import io.countersign.rule.Thing;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project's journal may rely on. */
public abstract class JournalContract {
  private static final ProjectId PAYMENTS = Rulebook.PAYMENTS;

  private Tables tables;
  private Journal journal;

  /** Tables without anything in them. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void anEmptyJournal() {
    tables = tables(() -> Proposals.NOON);
    journal = tables.journal();
  }

  private boolean write(Tip after, String key) {
    return write(after, key, counters(PAYMENTS));
  }

  private boolean write(Tip after, String key, Counters counters) {
    Deed deed = new Deed.Revealed(People.id("ann"), Rulebook.DB, key, "version-1");
    return journal.write(new Note(after, deed, Proposals.NOON, counters));
  }

  private Counters counters(ProjectId project) {
    return Objects.requireNonNull(
        tables.store().read(new Ask(null, null, null, null, project)).counters());
  }

  @Test
  void theFirstDeedFollowsNothing() {
    assertThat(journal.tip(PAYMENTS)).isEqualTo(Tip.NONE);
    assertThat(write(Tip.NONE, "PASSWORD")).isTrue();
    Recorded first = journal.records(PAYMENTS, 0, 10).getFirst();
    assertThat(first.previous()).isEqualTo(Chain.START);
    assertThat(journal.tip(PAYMENTS)).isEqualTo(new Tip(1, first.hash()));
  }

  @Test
  void eachDeedIsChainedToTheOneBefore() {
    for (String key : List.of("A", "B", "C")) {
      assertThat(write(journal.tip(PAYMENTS), key)).isTrue();
    }
    List<Recorded> all = journal.records(PAYMENTS, 0, 10);
    assertThat(all).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L);
    String hash = Chain.START;
    for (Recorded each : all) {
      assertThat(each.previous()).isEqualTo(hash);
      assertThat(each.sound()).isTrue();
      assertThat(each.text())
          .startsWith("{\"id\":\"payments/journal#" + each.sequence() + "\",")
          .contains("ann", "/db", "version-1");
      hash = each.hash();
    }
    assertThat(journal.records(PAYMENTS, 1, 1)).isEqualTo(all.subList(1, 2));
    assertThat(journal.records(PAYMENTS, 3, 1)).isEmpty();
  }

  @Test
  void aDeedThatDoesNotFollowTheTipIsRefused() {
    Tip before = journal.tip(PAYMENTS);
    assertThat(write(before, "A")).isTrue();
    assertThat(write(before, "B")).isFalse();
    assertThat(write(new Tip(1, "f".repeat(64)), "B")).isFalse();
    assertThat(write(new Tip(2, journal.tip(PAYMENTS).hash()), "B")).isFalse();
    assertThat(journal.records(PAYMENTS, 0, 10)).hasSize(1);
  }

  @Test
  void aDeedIsRefusedOnceTheRulesOrPeopleAreOthers() {
    Counters before = counters(PAYMENTS);
    tables.registry().write(new Entry.OfPerson(null, People.person("ann")), before);
    assertThat(write(Tip.NONE, "A", before)).isFalse();
    Counters then = counters(PAYMENTS);
    tables.registry().write(new Entry.OfProject(Rulebook.project()), then);
    assertThat(write(Tip.NONE, "A", then)).isFalse();
    assertThat(journal.tip(PAYMENTS)).isEqualTo(Tip.NONE);
    assertThat(write(Tip.NONE, "A")).isTrue();
  }

  @Test
  void theOrganisationsTellsOfItsSetupAndOfNothingThatFailed() {
    ProjectId all = ProjectId.ORGANISATION;
    assertThat(tables.registry().write(first(), counters(all))).isTrue();
    Recorded begun = journal.records(all, 0, 10).getFirst();
    assertThat(begun.text()).startsWith("{\"id\":\"*/journal#1\",").contains("SetupBegun", "ann");
    assertThat(end(Tip.NONE)).isFalse();
    assertThat(tables.registry().setup()).isEqualTo(Setup.begun(People.id("ann"), Proposals.NOON));
    assertThat(end(journal.tip(all))).isTrue();
    assertThat(end(journal.tip(all))).isFalse();
    List<Recorded> deeds = journal.records(all, 0, 10);
    assertThat(deeds).hasSize(3).allMatch(Recorded::sound);
    assertThat(deeds.get(1).previous()).isEqualTo(begun.hash());
    assertThat(deeds.get(1).text()).contains("RulesWritten", "ann", "bob");
    assertThat(deeds.getLast().previous()).isEqualTo(deeds.get(1).hash());
    assertThat(deeds.getLast().text()).contains("SetupEnded", "ann", "bob");
    assertThat(journal.tip(all)).isEqualTo(new Tip(3, deeds.getLast().hash()));
  }

  @Test
  void aProjectsTellsOfARoleThatWasTakenAwayAndOfNothingThatFailed() {
    Binding given = Rulebook.binding("given", Role.VIEWER, "bob");
    assertThat(tables.registry().write(new Entry.OfProject(Rulebook.project()), counters(PAYMENTS)))
        .isTrue();
    assertThat(take(given, Tip.NONE)).isFalse();
    assertThat(tables.registry().write(new Entry.OfBinding(PAYMENTS, given), counters(PAYMENTS)))
        .isTrue();
    assertThat(write(Tip.NONE, "A")).isTrue();
    assertThat(take(given, Tip.NONE)).isFalse();
    assertThat(journal.records(PAYMENTS, 0, 10)).hasSize(1);
    assertThat(take(given, journal.tip(PAYMENTS))).isTrue();
    assertThat(take(given, journal.tip(PAYMENTS))).isFalse();
    List<Recorded> deeds = journal.records(PAYMENTS, 0, 10);
    assertThat(deeds).hasSize(2).allMatch(Recorded::sound);
    assertThat(deeds.getLast().text()).contains("RulesWritten", "ann", "given", "viewer", "bob");
    assertThat(journal.tip(PAYMENTS)).isEqualTo(new Tip(2, deeds.getLast().hash()));
  }

  private boolean take(Binding given, Tip after) {
    Entry removal = new Entry.RemovalOfBinding(PAYMENTS, given);
    Thing role =
        new Thing(Thing.Sort.BINDING, PAYMENTS, "given", "bob as viewer", Thing.Deed.REMOVE);
    Deed written = new Deed.RulesWritten(People.id("ann"), List.of(role));
    return write(PAYMENTS, removal, told(PAYMENTS, after, written));
  }

  private boolean write(ProjectId project, Entry... entries) {
    return tables.registry().write(List.of(entries), counters(project));
  }

  private static Entry told(ProjectId project, Tip after, Deed... deeds) {
    return new Entry.Told(project, after, List.of(deeds), Proposals.NOON);
  }

  private static Entry first() {
    return new Entry.OfFirstAdmin(
        People.person("ann"), Rulebook.binding("first-admin", Role.ADMIN, "ann"), Proposals.NOON);
  }

  private boolean end(Tip after) {
    Person bob = People.person("bob");
    Thing person = new Thing(Thing.Sort.PERSON, null, "bob", bob.name(), Thing.Deed.ADD);
    return write(
        ProjectId.ORGANISATION,
        new Entry.EndOfSetup(
            new Entry.OfPerson(null, bob),
            Setup.begun(People.id("ann"), Proposals.NOON).ended(bob.id(), Proposals.NOON)),
        told(
            ProjectId.ORGANISATION,
            after,
            new Deed.RulesWritten(People.id("ann"), List.of(person)),
            new Deed.SetupEnded(People.id("ann"), bob.id())));
  }

  @Test
  void eachProjectHasItsOwn() {
    assertThat(write(Tip.NONE, "A")).isTrue();
    ProjectId other = ProjectId.of("other");
    assertThat(journal.tip(other)).isEqualTo(Tip.NONE);
    assertThat(write(Tip.NONE, "B", counters(other))).isTrue();
    assertThat(journal.records(PAYMENTS, 0, 10)).hasSize(1);
    assertThat(journal.records(other, 0, 10)).hasSize(1);
  }
}
