package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings of projects and of the organisation: names, whose agreement rules need, places. */
class ProjectSettingsTest {
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);
  private static final String FREE = "Nobody has to agree";
  private static final String GOVERNED = "Others have to agree";

  private static Locator main(Browser browser) {
    return browser.page().locator("main");
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, LABEL);
  }

  private static String page(Scene scene) {
    return "/settings/projects/" + scene.project();
  }

  private static String governance(Scene scene) {
    return World.as(Person.ADA).get(scene.path("")).text("/governance");
  }

  @Test
  void opting_out_asks_the_other_admin_and_the_way_back_is_open_at_once() {
    Scene scene = Scene.askingFor(1).governed();
    Proposal asked;
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, page(scene))) {
      ada.page().getByLabel(FREE).check();
      assertThat(main(ada)).containsText("To opt out needs the agreement of the others, too.");
      assertThat(main(ada)).containsText("Asks Bob Approver: it holds once they agree");
      ada.looksRight("opting out");
      ada.button("Save").click();
      assertThat(ada.heading("Change project A scene").first()).isVisible();
      assertThat(ada.page().locator(".differences")).containsText("need nobody's agreement");
      asked = Proposal.of(World.as(Person.ADA).get(requestOf(ada)));
      assertThat(governance(scene)).isEqualTo("POLICY");
      asked.approve(Person.BOB);
      assertThat(asked.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
      ada.page().navigate(World.stack().dashboard() + page(scene));
      assertThat(ada.page().getByLabel(FREE)).isChecked();
      assertThat(ada.page().locator(".opt-out").last()).containsText("A scene");
      ada.page().getByLabel(GOVERNED).check();
      assertThat(main(ada))
          .containsText("It holds at once. To opt out again others have to agree.");
      assertThat(main(ada)).containsText("Saved at once: nobody has to agree.");
      ada.looksRight("opting in");
      ada.button("Save").click();
      assertThat(ada.page().locator(".announcements")).containsText("Others have to agree");
      assertThat(governance(scene)).isEqualTo("POLICY");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  private static String requestOf(Browser browser) {
    assertThat(browser.page()).hasURL(Pattern.compile("/requests/.+-\\d+$"));
    return "v1/change-requests/" + browser.page().url().replaceAll(".*/", "");
  }

  @Test
  void a_project_is_made_with_an_environment_and_what_is_wrong_is_told_at_its_field() {
    String id = Scene.unprotected().project() + "-made";
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/projects")) {
      assertThat(ada.page().locator(".rows")).containsText("Organisation");
      ada.looksRight("projects");
      ada.link("Make a project").click();
      field(ada, "Name").fill("Made here");
      field(ada, "Short name").fill(id);
      assertThat(ada.page().getByLabel(GOVERNED)).isChecked();
      assertThat(main(ada)).containsText("Saved at once: the first admin sets up alone.");
      ada.looksRight("new project");
      ada.button("Make it").click();
      assertThat(ada.heading("Made here").first()).isVisible();
      ada.looksRight("project");

      ada.link("Add an environment").click();
      field(ada, "Short name").fill("prod");
      Locator prefix = field(ada, "Prefix of its secrets");
      prefix.fill("elsewhere/" + id + "/");
      ada.button("Add it").click();
      assertThat(prefix).hasAccessibleDescription(Pattern.compile("prefix that this deployment"));
      ada.looksRight("new environment");
      prefix.fill("prod/" + id + "/");
      assertThat(ada.page().locator("form [aria-invalid]")).hasCount(0);
      ada.button("Add it").click();
      ada.page().locator(".rows a", new Page.LocatorOptions().setHasText("prod")).click();

      field(ada, "Name").fill("Production");
      ada.button("Add rotated keys").click();
      Locator path = field(ada, "Path of rotated keys 1");
      path.fill("/db//x");
      field(ada, "Keys, one a line of rotated keys 1").fill("PASSWORD\nUSER");
      ada.button("Save").click();
      assertThat(path).hasAttribute("aria-invalid", "true");
      ada.looksRight("environment");
      path.fill("/db/**");
      ada.button("Save").click();
      assertThat(ada.heading("Production")).isVisible();
      JsonNode made = World.as(Person.ADA).get("v1/projects/" + id + "/environments/prod").body();
      assertThat(made.path("rotatedKeys").toString())
          .isEqualTo("[{\"path\":\"/db/**\",\"keys\":[\"PASSWORD\",\"USER\"]}]");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void whoever_may_only_look_is_told_what_they_lack_and_an_admin_of_one_project_adds_no_prefix() {
    Scene scene = Scene.unprotected().governed();
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, page(scene))) {
      assertThat(main(dan)).containsText("You can look. To change these settings you need");
      assertThat(dan.button("Save")).hasCount(0);
      dan.looksRight("looking");
      dan.page().locator(".rows a", new Page.LocatorOptions().setHasText("prod")).click();
      assertThat(dan.page().locator(".says")).containsText("Rotated keys");
      dan.looksRight("looking at an environment");
    }
    try (Browser bob = Browser.of(Person.BOB, Screen.DESKTOP, page(scene))) {
      assertThat(bob.button("Save")).isVisible();
      assertThat(main(bob)).containsText("Admins of the organisation add environments");
      assertThat(bob.link("Add an environment")).hasCount(0);
    }
  }
}
