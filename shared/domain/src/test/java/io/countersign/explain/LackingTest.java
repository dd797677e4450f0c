package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.name.PathGlob;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who lacks a permission is told which, and who could give it. */
class LackingTest {
  private static final Directory PEOPLE = People.directory("ada", "ann", "bob", "cem");
  private static final Access ACCESS =
      new Access(
          List.of(
              Rulebook.binding("ann", Role.ADMIN, "ann"),
              Rulebook.binding("cem", Role.DEVELOPER, "cem"),
              new Binding(
                  new BindingId("bob"),
                  Role.ADMIN,
                  new Holder.OnePerson(People.id("bob")),
                  Rulebook.PROD,
                  null,
                  1)),
          List.of(Rulebook.binding("ada", Role.ADMIN, "ada")));

  private static void says(Reason reason, String message, String... givers) {
    assertThat(reason).isEqualTo(new Reason(Lacking.CODE, message, People.ids(givers)));
  }

  @Test
  void inTheProject() {
    says(
        Lacking.inProject(Permission.POLICIES_WRITE, ACCESS, PEOPLE),
        "You need the permission policies:write in the whole project.",
        "ada",
        "ann");
  }

  @Test
  void inTheOrganisationOnlyItsAdminsHelp() {
    says(
        Lacking.inOrganisation(Permission.DIRECTORY_WRITE, ACCESS, PEOPLE),
        "You need the permission directory:write in the whole organisation.",
        "ada");
  }

  @Test
  void onADocument() {
    says(
        Lacking.on(Rulebook.DB, Permission.SECRETS_REVEAL, ACCESS, PEOPLE),
        "You need the permission secrets:reveal on prod:/db.",
        "ada",
        "ann");
  }

  @Test
  void toGiveItToOthers() {
    says(
        Lacking.toGive(
            Permission.SECRETS_REVEAL, Rulebook.PROD, PathGlob.of("/db/**"), ACCESS, PEOPLE),
        "You need the permission secrets:reveal there to give it to others.",
        "ada",
        "ann");
  }

  @Test
  void aRuleThatSomebodyElseCouldChangeNamesThem() {
    Reason reason = new Reason("some-rule", "It is so.", People.ids("ada"));
    assertThat(Refusal.rule(reason))
        .isEqualTo(
            new Refusal(Refusal.Because.RULE, "some-rule", "It is so.", null, List.of(reason)));
  }
}
