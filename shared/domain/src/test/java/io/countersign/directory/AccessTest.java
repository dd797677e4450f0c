package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a role gives, and where. */
class AccessTest {
  private static final Holder ANN = new Holder.OnePerson(People.id("ann"));
  private static final DocumentId STAGED = new DocumentId(Rulebook.STAGING, Rulebook.DB.path());

  private static Access of(
      Role role, Holder holder, @Nullable EnvironmentId environment, @Nullable String path) {
    PathGlob glob = path == null ? null : new PathGlob(path);
    return new Access(
        List.of(new Binding(new BindingId("some"), role, holder, environment, glob, 1)), List.of());
  }

  private static boolean proposes(Access access, DocumentId document) {
    return access.allows(People.actor("ann", "ops"), Permission.SECRETS_PROPOSE, document);
  }

  @Test
  void aRoleGivesItsPermissionsAndNoOthers() {
    Access developer = of(Role.DEVELOPER, ANN, null, null);
    assertThat(proposes(developer, Rulebook.DB)).isTrue();
    assertThat(developer.allows(People.actor("ann"), Permission.REQUESTS_MERGE, Rulebook.DB))
        .isFalse();
    assertThat(proposes(of(Role.VIEWER, ANN, null, null), Rulebook.DB)).isFalse();
  }

  @Test
  void itIsGivenToOnePersonOrTheMembersOfAGroup() {
    Access bobs = of(Role.ADMIN, new Holder.OnePerson(People.id("bob")), null, null);
    assertThat(proposes(bobs, Rulebook.DB)).isFalse();
    Access ops = of(Role.ADMIN, new Holder.OneGroup(new GroupId("ops")), null, null);
    assertThat(proposes(ops, Rulebook.DB)).isTrue();
    assertThat(ops.allows(People.actor("ann"), Permission.SECRETS_PROPOSE, Rulebook.DB)).isFalse();
  }

  @Test
  void narrowedToAnEnvironmentItHoldsNowhereElse() {
    Access prod = of(Role.ADMIN, ANN, Rulebook.PROD, null);
    assertThat(proposes(prod, Rulebook.DB)).isTrue();
    assertThat(proposes(prod, STAGED)).isFalse();
  }

  @Test
  void narrowedToPathsItHoldsNowhereElse() {
    Access some = of(Role.ADMIN, ANN, null, "/db/**");
    assertThat(proposes(some, Rulebook.DB)).isTrue();
    assertThat(proposes(some, Rulebook.document("/web"))).isFalse();
  }

  @Test
  void narrowedItGivesNothingOverTheWholeProject() {
    Actor ann = People.actor("ann");
    assertThat(of(Role.ADMIN, ANN, null, null).allows(ann, Permission.POLICIES_WRITE)).isTrue();
    Access prod = of(Role.ADMIN, ANN, Rulebook.PROD, null);
    assertThat(prod.allows(ann, Permission.POLICIES_WRITE)).isFalse();
    assertThat(prod.allowsSomewhere(ann, Permission.POLICIES_WRITE)).isTrue();
    Access some = of(Role.ADMIN, ANN, null, "/db");
    assertThat(some.allows(ann, Permission.POLICIES_WRITE)).isFalse();
  }

  @Test
  void adminsOfADocumentAreThoseWhoMayDoEverythingThere() {
    Directory people = People.directory("ann", "bob");
    assertThat(of(Role.ADMIN, ANN, null, null).admins(Rulebook.DB, people))
        .isEqualTo(People.ids("ann"));
    assertThat(of(Role.ADMIN, ANN, Rulebook.PROD, null).admins(Rulebook.DB, people))
        .isEqualTo(People.ids("ann"));
    assertThat(of(Role.ADMIN, ANN, Rulebook.PROD, null).admins(STAGED, people)).isEmpty();
    assertThat(of(Role.DEVELOPER, ANN, null, null).admins(Rulebook.DB, people)).isEmpty();
    Directory gone = People.directory(People.gone(People.person("ann")));
    assertThat(of(Role.ADMIN, ANN, null, null).admins(Rulebook.DB, gone)).isEmpty();
  }

  @Test
  void nobodyGivesAwayWhatTheyDoNotHaveThemselves() {
    Permission reveal = Permission.SECRETS_REVEAL;
    Actor ann = People.actor("ann");
    PathGlob db = new PathGlob("/db/**");
    PathGlob web = new PathGlob("/web/**");
    assertThat(of(Role.ADMIN, ANN, null, null).mayGive(ann, reveal, null, null)).isTrue();
    assertThat(of(Role.ADMIN, ANN, null, null).mayGive(ann, reveal, Rulebook.PROD, db)).isTrue();
    assertThat(of(Role.DEVELOPER, ANN, null, null).mayGive(ann, reveal, Rulebook.PROD, db))
        .isFalse();
    assertThat(of(Role.ADMIN, ANN, null, null).mayGive(People.actor("bob"), reveal, null, null))
        .isFalse();
    Access prod = of(Role.ADMIN, ANN, Rulebook.PROD, null);
    assertThat(prod.mayGive(ann, reveal, Rulebook.PROD, db)).isTrue();
    assertThat(prod.mayGive(ann, reveal, Rulebook.STAGING, null)).isFalse();
    assertThat(prod.mayGive(ann, reveal, null, null)).isFalse();
    Access some = of(Role.ADMIN, ANN, null, "/db/**");
    assertThat(some.mayGive(ann, reveal, Rulebook.PROD, db)).isTrue();
    assertThat(some.mayGive(ann, reveal, null, web)).isFalse();
    assertThat(some.mayGive(ann, reveal, null, null)).isFalse();
  }

  @Test
  void onlyThoseWhoHaveAPermissionCouldGiveItToSomebody() {
    Role clerk = new Role(new RoleId("clerk"), EnumSet.of(Permission.DIRECTORY_WRITE), 1);
    Binding bob =
        new Binding(
            new BindingId("bob"), clerk, new Holder.OnePerson(People.id("bob")), null, null, 1);
    Access access = new Access(List.of(Rulebook.binding("ann", Role.ADMIN, "ann"), bob), List.of());
    Directory people = People.directory("ann", "bob");
    assertThat(access.givers(Permission.DIRECTORY_WRITE, people))
        .isEqualTo(People.ids("ann", "bob"));
    assertThat(access.givers(Permission.SECRETS_REVEAL, people)).isEqualTo(People.ids("ann"));
    assertThat(access.givers(Permission.SECRETS_REVEAL, Rulebook.DB, people))
        .isEqualTo(People.ids("ann"));
  }

  @Test
  void thoseWhoMayAreFoundAmongTheActive() {
    Directory directory = People.directory(People.person("ann"), People.person("bob"));
    Access admin = of(Role.ADMIN, ANN, null, null);
    assertThat(admin.holders(Permission.POLICIES_WRITE, directory))
        .containsExactly(People.person("ann"));
    Directory without = People.directory(People.gone(People.person("ann")));
    assertThat(admin.holders(Permission.POLICIES_WRITE, without)).isEmpty();
  }

  @Test
  void whatTheOrganisationGivesHoldsInEveryProject() {
    Access organisation = new Access(List.of(), of(Role.ADMIN, ANN, null, null).bindings());
    assertThat(proposes(organisation, Rulebook.DB)).isTrue();
  }

  @Test
  void whoIsDeactivatedMayNothing() {
    Access admin = of(Role.ADMIN, ANN, null, null);
    Actor gone = Actor.of(People.gone(People.person("ann")));
    assertThat(admin.allows(gone, Permission.SECRETS_PROPOSE, Rulebook.DB)).isFalse();
    assertThat(admin.allows(gone, Permission.POLICIES_WRITE)).isFalse();
    assertThat(admin.allowsSomewhere(gone, Permission.POLICIES_WRITE)).isFalse();
    assertThat(admin.mayGive(gone, Permission.POLICIES_WRITE, null, null)).isFalse();
  }
}
