package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is there at one moment. */
class DirectoryTest {
  private static final Directory PEOPLE =
      People.with(
          People.directory(
              People.person("ann", "ops"),
              People.gone(People.person("bob", "ops")),
              People.person("cem")),
          People.machine("ci", "ann", "bob", "eve"));

  @Test
  void onlyWhoIsActiveAnswersForAMachineOrAGroup() {
    assertThat(PEOPLE.activeOwners(new MachineId("ci"))).isEqualTo(People.ids("ann"));
    assertThat(PEOPLE.activeOwners(new MachineId("cd"))).isEmpty();
    assertThat(PEOPLE.activeMembers(new GroupId("ops"))).isEqualTo(People.ids("ann"));
    assertThat(PEOPLE.activeMembers(new GroupId("dev"))).isEmpty();
  }

  @Test
  void aSubjectIsWhoeverItIsBoundTo() {
    assertThat(PEOPLE.binds(People.subject("ann"), People.id("ann"))).isTrue();
    assertThat(PEOPLE.binds(People.subject("cem"), People.id("ann"))).isFalse();
    assertThat(PEOPLE.binds(People.subject("dan"), People.id("dan"))).isFalse();
    assertThat(PEOPLE.binds(People.subject("machine-ci"), new MachineId("ci"))).isTrue();
    assertThat(PEOPLE.binds(People.subject("ann"), new MachineId("ci"))).isFalse();
    assertThat(PEOPLE.binds(People.subject("machine-cd"), new MachineId("cd"))).isFalse();
  }

  @Test
  void whoMovesToOtherGroupsIsWrittenOnceMore() {
    Person moved = People.person("ann", "ops").in(People.groups("dev"));
    assertThat(moved.groups()).isEqualTo(People.groups("dev"));
    assertThat(moved.version()).isEqualTo(2);
  }

  @Test
  void adminsAreThoseWhoCanSignInAndLetOthersIn() {
    Binding ann = Rulebook.binding("ann", Role.ADMIN, "ann");
    Binding bob = Rulebook.binding("bob", Role.ADMIN, "bob");
    Binding dan = Rulebook.binding("dan", Role.ADMIN, "dan");
    Binding view = Rulebook.binding("cem", Role.VIEWER, "cem");
    Organisation organisation = new Organisation(PEOPLE, List.of(ann, bob, dan, view));
    assertThat(organisation.admins()).isEqualTo(People.ids("ann"));
    Directory unbound =
        People.directory(People.person("ann"), People.unbound(People.person("dan")));
    assertThat(new Organisation(unbound, List.of(ann, dan)).admins()).isEqualTo(People.ids("ann"));
    assertThat(new Organisation(People.directory("ann", "dan"), List.of(ann, dan)).admins())
        .isEqualTo(People.ids("ann", "dan"));
  }

  @Test
  void whoHasAnyRoleIsCoveredByIt() {
    Access access =
        new Access(
            List.of(Rulebook.binding("cem", Role.VIEWER, "cem")),
            List.of(Rulebook.binding("ann", Role.ADMIN, "ann")));
    assertThat(access.covers(People.actor("cem"))).isTrue();
    assertThat(access.covers(People.actor("ann"))).isTrue();
    assertThat(access.covers(People.actor("dan"))).isFalse();
    assertThat(access.covers(Actor.of(People.gone(People.person("ann"))))).isFalse();
  }

  @Test
  void whoMaySomewhereMayThereAndNoMore() {
    Binding narrow =
        new Binding(
            new BindingId("some"),
            Role.DEVELOPER,
            new Holder.OnePerson(People.id("cem")),
            Rulebook.PROD,
            null,
            1);
    Access access = new Access(List.of(narrow), List.of());
    assertThat(access.allowsSomewhere(People.actor("cem"), Permission.SECRETS_PROPOSE)).isTrue();
    assertThat(access.allowsSomewhere(People.actor("cem"), Permission.SECRETS_REVEAL)).isFalse();
    assertThat(access.allowsSomewhere(People.actor("ann"), Permission.SECRETS_PROPOSE)).isFalse();
    Actor gone = Actor.of(People.gone(People.person("cem")));
    assertThat(access.allowsSomewhere(gone, Permission.SECRETS_PROPOSE)).isFalse();
  }

  @Test
  void theFirstAdminsTimeEndsWithASecond() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    Setup setup = Setup.begun(People.id("ann"), noon);
    assertThat(setup.end()).isNull();
    assertThat(setup.ended(People.id("cem"), noon.plusSeconds(1)).end())
        .isEqualTo(new Setup.End(People.id("cem"), noon.plusSeconds(1)));
  }

  @Test
  void onlyWhoMayWriteAndMayGiveItGivesAPermission() {
    Access access =
        new Access(
            List.of(Rulebook.binding("cem", Role.DEVELOPER, "cem")),
            List.of(
                Rulebook.binding("ann", Role.ADMIN, "ann"),
                new Binding(
                    new BindingId("dan"),
                    new Role(new RoleId("people"), Set.of(Permission.DIRECTORY_WRITE), 1),
                    new Holder.OnePerson(People.id("dan")),
                    null,
                    null,
                    1)));
    Directory people = People.directory("ann", "cem", "dan");
    assertThat(access.givers(Permission.POLICIES_WRITE, null, null, people))
        .isEqualTo(People.ids("ann"));
    assertThat(access.givers(Permission.DIRECTORY_WRITE, null, null, people))
        .isEqualTo(People.ids("ann", "dan"));
  }
}
