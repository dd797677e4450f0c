package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.ActorId;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import org.junit.jupiter.api.Test;

/** Whose rules it is that an entry changes. */
class EntryTest {
  private static final Entry PERSON = new Entry.OfPerson(null, People.person("ann"));

  private static Entry binding(ProjectId project) {
    return new Entry.OfBinding(project, Rulebook.binding("ann", Role.ADMIN, "ann"));
  }

  @Test
  void peopleAndTheOrganisationsRolesCountForEveryProject() {
    assertThat(PERSON.everywhere()).isTrue();
    assertThat(binding(ProjectId.ORGANISATION).everywhere()).isTrue();
    assertThat(binding(Rulebook.PAYMENTS).everywhere()).isFalse();
  }

  @Test
  void anEntryThatEndsTheFirstAdminsTimeAloneBelongsWhereItDoesByItself() {
    assertThat(ending(binding(Rulebook.PAYMENTS)).project()).isEqualTo(Rulebook.PAYMENTS);
    assertThat(ending(PERSON).project()).isNull();
  }

  private static Entry ending(Entry entry) {
    ActorId ann = People.id("ann");
    Setup setup = Setup.begun(People.id("ann"), Proposals.NOON);
    return new Entry.EndOfSetup(entry, setup, ann, Tip.NONE);
  }
}
