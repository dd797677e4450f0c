package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What admins do in the dashboard: who is who, and who may what. */
class SettingsTest {
  /** A page that waits looks again every ten seconds. */
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  private static Locator link(Browser browser, String name) {
    return browser.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator main(Browser browser) {
    return browser.page().locator("main");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_stranger_asks_to_join_is_let_in_and_approves_with_their_group(Screen screen) {
    Scene scene = Scene.askingFor(1);
    Guest guest = Guest.stranger();
    String name = "Gus " + guest.id();
    try (Browser gus = Browser.signingIn(guest.signsInAs(), screen, "/")) {
      gus.page().getByLabel("Your name", exactly()).fill(name);
      gus.page().getByLabel("Your mail address").fill("gus@example.com");
      gus.button("Ask to join").click();
      assertThat(gus.heading("You have asked as " + name)).isVisible();
      assertThat(gus.page().locator(".top nav a")).hasCount(1);

      try (Browser ada = Browser.of(Person.ADA, screen, "/settings")) {
        assertThat(main(ada)).containsText("says gus@example.com");
        link(ada, "Let in " + name).click();
        assertThat(main(ada)).containsText(guest.subject());
        assertThat(ada.page().getByLabel("Mail address")).hasValue("");
        ada.button("Use gus@example.com, which I have checked").click();
        ada.page().getByLabel("Short name").fill(guest.id());
        ada.button("Let them in").click();
        assertThat(ada.heading(name)).isVisible();
        ada.page().getByLabel("Add to a group").selectOption(scene.project());
        assertThat(ada.page().locator(".people")).containsText("Approvers");
        assertThat(ada.complaints()).isEmpty();
      }

      Proposal proposal = scene.proposes("/db", "KEY", Text.value());
      assertThat(gus.heading("Approvals").first()).isVisible(SOON);
      gus.page().navigate(World.stack().dashboard() + "/requests/" + proposal.id());
      gus.button("Approve").click();
      gus.confirm("Approve");
      proposal.until(seen -> seen.path("agreed").asBoolean());
      assertThat(gus.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_role_is_made_and_given_where_it_is_to_hold(Screen screen) {
    Scene scene = Scene.unprotected();
    try (Browser ada = Browser.of(Person.ADA, screen, "/settings/roles/" + scene.project())) {
      link(ada, "Make a role").click();
      ada.page().getByLabel("Short name").fill("release");
      ada.page().getByLabel("requests:read").check();
      ada.page().getByLabel("requests:merge").check();
      ada.button("Make it").click();
      assertThat(ada.heading("Give a role")).isVisible();
      assertThat(
              ada.page()
                  .getByRole(
                      AriaRole.COMBOBOX,
                      new Page.GetByRoleOptions().setName("Role").setExact(true)))
          .hasValue("release");
      ada.page().getByLabel("To whom").selectOption("group " + scene.project());
      ada.page().getByLabel("Only in").selectOption("prod");
      ada.page().getByLabel("Only these paths").fill("/web/**");
      ada.button("Give it").click();
      assertThat(link(ada, "Approvers group release in prod /web/**")).isVisible();
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(World.as(Person.AMY).get("v1/me").body().path("projects").findValuesAsText("id"))
        .contains(scene.project());
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_role_is_taken_away_as_it_was_seen(Screen screen) {
    Scene scene = Scene.unprotected();
    String given = scene.path("/bindings/given");
    Map<String, Object> amy = Map.of("role", "viewer", "person", "amy");
    World.as(Person.ADA).put(given, amy);
    try (Browser ada = Browser.of(Person.ADA, screen, "/settings/roles/" + scene.project())) {
      link(ada, "Amy Approver viewer in the whole project").click();
      ada.button("Take it away").click();
      assertThat(ada.dialog())
          .containsText("Amy Approver no longer has the role viewer in the whole project");
      assertThat(ada.barriers()).isEmpty();
      World.as(Person.ADA).edit(given, Map.of("role", "developer", "person", "amy"));
      ada.confirm("Take it away");
      assertThat(ada.dialog()).containsText("It was changed while you were reading.");
      ada.confirm("Look at it again");
      ada.button("Take it away").click();
      assertThat(ada.dialog()).containsText("Take developer from Amy Approver");
      ada.confirm("Take it away");
      assertThat(ada.heading("Settings")).isVisible();
      assertThat(link(ada, "Amy Approver developer in the whole project")).isHidden();
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(World.as(Person.AMY).get("v1/me").body().path("projects").findValuesAsText("id"))
        .doesNotContain(scene.project());
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_shown_and_what_was_typed_is_kept() {
    Scene scene = Scene.unprotected();
    String group = "v1/groups/" + scene.project();
    try (Browser ada =
        Browser.of(Person.ADA, Screen.PHONE, "/settings/groups/" + scene.project())) {
      Locator name = ada.page().getByLabel("Name", exactly());
      name.fill("Payments leads");
      World.as(Person.ADA).edit(group, scene.group("amy"));
      ada.button("Save").click();
      assertThat(main(ada))
          .containsText("Members: Amy Approver (before: Amy Approver, Bob Approver)");
      assertThat(name).hasValue("Payments leads");
      ada.button("Go on from what is there now").click();
      ada.button("Save").click();
      assertThat(ada.heading("Payments leads")).isVisible();
      assertThat(main(ada)).not().containsText("It was changed");
    }
    assertThat(World.as(Person.ADA).get(group).body().path("members").findValuesAsText("id"))
        .containsExactly("amy");
  }

  @Test
  void a_deactivation_says_what_follows_and_can_be_taken_back() {
    Guest guest = Guest.arrives();
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, "/settings/people/" + guest.id())) {
      ada.button("Deactivate").click();
      assertThat(ada.dialog()).containsText("Their approvals of open requests count no more.");
      assertThat(ada.dialog()).containsText("takes it over");
      ada.confirm("Deactivate");
      assertThat(main(ada).getByText("deactivated", new Locator.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(guest.calls().get("v1/me").text("/code")).isEqualTo("deactivated");
      ada.button("Reactivate").click();
      ada.confirm("Reactivate");
      assertThat(ada.button("Deactivate")).isVisible();
      assertThat(guest.calls().get("v1/me").status()).isEqualTo(200);
      assertThat(ada.complaints()).isEmpty();
    }
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people/ada")) {
      assertThat(main(ada)).containsText("Nobody can deactivate themselves");
      assertThat(ada.button("Deactivate")).hasCount(0);
    }
  }

  @Test
  void somebody_known_is_bound_to_who_asks_and_the_dialog_says_what_that_means() {
    Guest guest = Guest.stranger();
    assertThat(guest.calls().post("v1/join", Map.of("name", guest.id())).status()).isEqualTo(201);
    assertThat(
            World.as(Person.ADA)
                .put("v1/people/" + guest.id(), Map.of("name", "Kim", "email", "k@example.com"))
                .status())
        .isEqualTo(201);
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people/" + guest.id())) {
      assertThat(main(ada)).containsText("cannot sign in yet");
      ada.button("Bind " + guest.id()).click();
      assertThat(ada.dialog()).containsText("Whoever signs in with this subject acts as Kim");
      ada.confirm("Bind them");
      assertThat(main(ada)).not().containsText("cannot sign in yet");
    }
    assertThat(guest.calls().get("v1/me").text("/person/name")).isEqualTo("Kim");
  }

  @Test
  void what_is_refused_is_said_at_its_field() {
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people/_new")) {
      ada.page().getByLabel("Name", exactly()).fill("Ada");
      ada.page().getByLabel("Mail address").fill("ada@example.com");
      assertThat(ada.page().getByLabel("Short name")).hasValue("ada");
      ada.button("Add them").click();
      assertThat(ada.page().getByLabel("Short name")).hasAttribute("aria-invalid", "true");
      assertThat(main(ada)).containsText("It is taken: choose another.");
      ada.page().getByLabel("Short name").fill("somebody-new");
      ada.page().getByLabel("Mail address").fill("a~b@" + "b.".repeat(100) + "com");
      ada.button("Add them").click();
      assertThat(ada.page().getByLabel("Mail address")).hasAttribute("aria-invalid", "true");
      assertThat(ada.page().getByLabel("Name", exactly())).hasValue("Ada");
    }
  }

  @Test
  void who_may_not_is_told_which_permission_is_missing() {
    Scene scene = Scene.unprotected();
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP_DARK, "/settings")) {
      assertThat(main(dan)).containsText("directory:write in the whole organisation");
      assertThat(link(dan, "Add a person")).hasCount(0);
      assertThat(main(dan)).not().containsText("Asking to join");
      for (String page : List.of("roles", "channels")) {
        dan.page()
            .navigate(World.stack().dashboard() + "/settings/" + page + "/" + scene.project());
        assertThat(main(dan)).containsText("in the whole project");
      }
      assertThat(link(dan, "Add a channel")).hasCount(0);
    }
  }

  @Test
  void the_time_of_the_first_admin_alone_is_shown_while_it_lasts() {
    boolean alone = World.as(Person.ADA).get("v1/bootstrap").body().path("alone").asBoolean();
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings")) {
      assertThat(ada.heading("People")).isVisible();
      assertThat(main(ada).getByText("Ada Admin sets up alone")).hasCount(alone ? 1 : 0);
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
