package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Tip;
import io.countersign.policy.Policy;
import io.countersign.project.ProjectId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose rules it is that an entry changes. */
class EntryTest {
  private static final Entry PERSON = new Entry.OfPerson(null, People.person("ann"));

  private static final Entry ENVIRONMENT =
      new Entry.OfEnvironment(Rulebook.PAYMENTS, Rulebook.environment(Rulebook.PROD), null);

  private static Entry binding(ProjectId project) {
    return new Entry.OfBinding(project, Rulebook.binding("ann", Role.ADMIN, "ann"));
  }

  @Test
  void peopleAndTheOrganisationsRolesCountForEveryProject() {
    assertThat(PERSON.everywhere()).isTrue();
    assertThat(binding(ProjectId.ORGANISATION).everywhere()).isTrue();
    assertThat(PERSON.ofProject()).isFalse();
    assertThat(binding(ProjectId.ORGANISATION).ofProject()).isFalse();
  }

  @Test
  void whatChangesOfPeopleRestOnMovesTheirCounterToo() {
    Policy policy = Rulebook.policy("two", Rulebook.requirement(2, "bob", "cem"));
    Binding binding = Rulebook.binding("ann", Role.ADMIN, "ann");
    assertThat(
            List.of(
                binding(Rulebook.PAYMENTS),
                new Entry.RemovalOfBinding(Rulebook.PAYMENTS, binding),
                new Entry.OfPolicy(Rulebook.PAYMENTS, policy),
                new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, policy),
                new Entry.OfRole(Rulebook.PAYMENTS, Role.ADMIN),
                new Entry.OfProject(Rulebook.project())))
        .allMatch(Entry::ofProject)
        .allMatch(Entry::everywhere);
    assertThat(ENVIRONMENT.everywhere()).isFalse();
  }

  @Test
  void anEntryThatEndsTheFirstAdminsTimeAloneBelongsWhereItDoesByItself() {
    assertThat(ending(binding(Rulebook.PAYMENTS)).project()).isEqualTo(Rulebook.PAYMENTS);
    assertThat(ending(PERSON).project()).isNull();
    assertThat(ending(PERSON).everywhere()).isTrue();
    assertThat(ending(ENVIRONMENT).everywhere()).isFalse();
  }

  @Test
  void whatAJournalIsToldIsNoRule() {
    Entry told = new Entry.Told(Rulebook.PAYMENTS, Tip.NONE, List.of(), Proposals.NOON);
    assertThat(told.ofProject()).isFalse();
    assertThat(told.everywhere()).isFalse();
  }

  private static Entry ending(Entry entry) {
    Setup setup = Setup.begun(People.id("ann"), Proposals.NOON);
    return new Entry.EndOfSetup(entry, setup);
  }
}
