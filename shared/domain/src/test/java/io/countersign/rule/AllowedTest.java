package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.explain.Reason;
import io.countersign.name.PathGlob;
import io.countersign.project.Governance;
import io.countersign.project.ProjectId;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may propose a change of rules, whoever has to agree to it. */
class AllowedTest {
  private static final String IN_PROJECT = "You need the permission %s in the whole project.";
  private static final String IN_ALL = "You need the permission %s in the whole organisation.";
  private static final String TO_GIVE = "You need the permission %s there to give it to others.";
  private static final Actor EVE = People.actor("eve");
  private static final Role OTHERS = role("others", Permission.AUDIT_READ);

  private static Role role(String id, Permission... permissions) {
    return new Role(new RoleId(id), EnumSet.copyOf(List.of(permissions)), 1);
  }

  /** Eve has these in the project, and those in the whole organisation. */
  private static Basis basis(Set<Permission> inProject, Set<Permission> inAll) {
    Access access =
        new Access(
            List.of(bound("eve-here", inProject), Charter.DAN, Charter.OPERATORS),
            List.of(bound("eve-everywhere", inAll), Charter.ADA));
    return new Basis(Charter.rules().withAccess(access), Charter.directory());
  }

  private static Binding bound(String id, Set<Permission> permissions) {
    return Rulebook.binding(id, new Role(new RoleId(id), permissions, 1), "eve");
  }

  private static @Nullable Reason reason(
      Edit edit, Set<Permission> inProject, Set<Permission> inAll) {
    return Allowed.lacking(EVE, List.of(edit), basis(inProject, inAll));
  }

  private static String lacking(Edit edit, Set<Permission> inProject, Set<Permission> inAll) {
    Reason reason = reason(edit, inProject, inAll);
    return reason == null ? "nothing" : reason.message();
  }

  private static Set<Permission> none() {
    return EnumSet.noneOf(Permission.class);
  }

  private static Set<Permission> all() {
    return EnumSet.allOf(Permission.class);
  }

  private static Set<Permission> only(Permission... permissions) {
    return EnumSet.copyOf(List.of(permissions));
  }

  private static Set<Permission> but(Permission permission) {
    return EnumSet.complementOf(EnumSet.of(permission));
  }

  private static void needs(Permission permission, String where, Edit edit) {
    boolean here = where.equals(IN_PROJECT);
    String lacking = where.formatted(permission.code());
    assertThat(lacking(edit, here ? but(permission) : all(), but(permission)))
        .as("%s", edit)
        .isEqualTo(lacking);
    Set<Permission> giving =
        edit instanceof Edit.OfBinding || edit instanceof Edit.OfRole ? all() : only(permission);
    assertThat(lacking(edit, here ? giving : none(), here ? none() : giving))
        .as("%s", edit)
        .isEqualTo("nothing");
    assertThat(lacking(edit, none(), giving)).isEqualTo("nothing");
  }

  @Test
  void theDirectoryIsWrittenByWhoMayInTheWholeOrganisation() {
    for (List<Edit> edits : List.of(Charter.changes(), Charter.additions())) {
      edits.subList(0, 3).forEach(each -> needs(Permission.DIRECTORY_WRITE, IN_ALL, each));
    }
  }

  @Test
  void newProjectsAndEnvironmentsNeedThePermissionInTheWholeOrganisation() {
    for (Edit each : Charter.additions().subList(3, 5)) {
      assertThat(lacking(each, all(), but(Permission.DIRECTORY_WRITE)))
          .isEqualTo(IN_ALL.formatted("directory:write"));
      assertThat(lacking(each, none(), only(Permission.DIRECTORY_WRITE))).isEqualTo("nothing");
    }
  }

  @Test
  void settingsEnvironmentsAndRolesOfAProjectNeedThePermissionThere() {
    for (int i = 3; i < 7; i++) {
      needs(Permission.DIRECTORY_WRITE, IN_PROJECT, Charter.changes().get(i));
    }
    needs(Permission.DIRECTORY_WRITE, IN_PROJECT, Charter.additions().get(5));
    needs(Permission.DIRECTORY_WRITE, IN_PROJECT, Charter.additions().get(6));
    needs(Permission.DIRECTORY_WRITE, IN_PROJECT, Charter.removals().getFirst());
  }

  @Test
  void destinationsAndChannelsNeedTheirOwnPermission() {
    for (List<Edit> edits : List.of(Charter.changes(), Charter.additions())) {
      edits.subList(7, 9).forEach(each -> needs(Permission.DESTINATIONS_WRITE, IN_PROJECT, each));
    }
  }

  @Test
  void policiesNeedTheirOwnPermission() {
    needs(Permission.POLICIES_WRITE, IN_PROJECT, Charter.changes().getLast());
    needs(Permission.POLICIES_WRITE, IN_PROJECT, Charter.additions().getLast());
    needs(Permission.POLICIES_WRITE, IN_PROJECT, Charter.removals().getLast());
  }

  @Test
  void whatHoldsInAllProjectsNeedsThePermissionInAllOfThem() {
    needs(Permission.DIRECTORY_WRITE, IN_ALL, Charter.everywhere(null, viewer("bob")));
    needs(
        Permission.DIRECTORY_WRITE,
        IN_ALL,
        new Edit.OfProject(null, Charter.organisation(Governance.OPT_OUT)));
    needs(
        Permission.POLICIES_WRITE,
        IN_ALL,
        new Edit.OfPolicy(
            ProjectId.ORGANISATION, null, Charter.asking("all", Rulebook.requirement(1, "ada"))));
  }

  private static Binding viewer(String person) {
    return Rulebook.binding(person, Role.VIEWER, person);
  }

  @Test
  void nobodyGivesOrTakesWhatTheyDoNotHave() {
    Set<Permission> writer = but(Permission.AUDIT_READ);
    Binding auditor = Rulebook.binding("bob", OTHERS, "bob");
    String lacking = TO_GIVE.formatted("audit:read");
    assertThat(lacking(Charter.binding(null, auditor), writer, none())).isEqualTo(lacking);
    assertThat(lacking(Charter.binding(auditor, null), writer, none())).isEqualTo(lacking);
    assertThat(
            lacking(
                Charter.binding(auditor, Charter.giving(auditor, Role.VIEWER, 2)), writer, none()))
        .isEqualTo(lacking);
    assertThat(lacking(Charter.binding(null, auditor), all(), none())).isEqualTo("nothing");
    assertThat(lacking(Charter.binding(null, viewer("bob")), writer, none())).isEqualTo("nothing");
  }

  @Test
  void whatIsGivenSomewhereIsHadThere() {
    Role writer = role("writer", Permission.DIRECTORY_WRITE);
    Binding narrow = narrowed("eve-narrow", OTHERS, "eve");
    Access access = new Access(List.of(Rulebook.binding("eve", writer, "eve"), narrow), List.of());
    Basis basis = new Basis(Charter.rules().withAccess(access), Charter.directory());
    assertThat(
            Allowed.lacking(
                EVE, List.of(Charter.binding(null, narrowed("bob", OTHERS, "bob"))), basis))
        .isNull();
    assertThat(
            Allowed.lacking(
                EVE, List.of(Charter.binding(null, Rulebook.binding("bob", OTHERS, "bob"))), basis))
        .isNotNull();
  }

  private static Binding narrowed(String id, Role role, String person) {
    return new Binding(
        new BindingId(id),
        role,
        new Holder.OnePerson(People.id(person)),
        Rulebook.PROD,
        new PathGlob("/db/**"),
        1);
  }

  @Test
  void aRoleGetsWhatWhoeverWritesItHas() {
    Set<Permission> writer = only(Permission.DIRECTORY_WRITE, Permission.SECRETS_PROPOSE);
    assertThat(lacking(role(null, OTHERS), writer, none()))
        .isEqualTo(TO_GIVE.formatted("audit:read"));
    assertThat(lacking(role(null, role("own", Permission.SECRETS_PROPOSE)), writer, none()))
        .isEqualTo("nothing");
    Role more =
        Charter.role(
            2, Permission.SECRETS_PROPOSE, Permission.REQUESTS_MERGE, Permission.SECRETS_REVEAL);
    assertThat(lacking(role(Charter.RELEASER, more), writer, none()))
        .isEqualTo(TO_GIVE.formatted("secrets:reveal"));
  }

  @Test
  void whatARoleKeepsOrLosesIsGivenToNobody() {
    Set<Permission> writer = only(Permission.DIRECTORY_WRITE);
    Role less = Charter.role(2, Permission.REQUESTS_MERGE);
    assertThat(lacking(role(Charter.RELEASER, less), writer, none())).isEqualTo("nothing");
  }

  private static Edit role(@Nullable Role before, Role after) {
    return new Edit.OfRole(Rulebook.PAYMENTS, before, after);
  }

  @Test
  void itSaysWhoCouldGiveIt() {
    Reason inAll = reason(Charter.changes().getFirst(), all(), none());
    assertThat(Objects.requireNonNull(inAll).clearedBy()).isEqualTo(People.ids("ada"));
    Reason toGive = reason(role(null, OTHERS), but(Permission.AUDIT_READ), none());
    assertThat(Objects.requireNonNull(toGive).clearedBy()).isEqualTo(People.ids("ada"));
    Reason here = reason(Charter.changes().get(3), none(), none());
    assertThat(Objects.requireNonNull(here).clearedBy()).isEqualTo(People.ids("ada"));
    Reason narrow =
        reason(
            Charter.binding(null, narrowed("bob", OTHERS, "bob")),
            but(Permission.AUDIT_READ),
            none());
    assertThat(Objects.requireNonNull(narrow).clearedBy()).isEqualTo(People.ids("ada"));
  }

  @Test
  void whatIsTakenFromThemByOneChangeIsNotThereForTheNext() {
    Basis basis = basis(all(), none());
    Edit own = Charter.binding(basis.rules().access().bindings().getFirst(), null);
    Edit next = Charter.policy(Charter.SECRETS, null);
    assertThat(Allowed.lacking(EVE, List.of(next, own), basis)).isNull();
    assertThat(Allowed.lacking(EVE, List.of(own, next), basis)).isNotNull();
    assertThat(Allowed.lacking(EVE, List.of(), basis)).isNull();
  }

  @Test
  void whoeverIsNotActiveMayNothing() {
    Actor gone = Actor.of(People.gone(People.person("eve")));
    for (Edit edit : Charter.changes()) {
      assertThat(Allowed.lacking(gone, List.of(edit), basis(all(), all()))).isNotNull();
    }
  }
}
