package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and documents are changed where they stand, looked over, and sent as one change. */
class ChangeSecretsTest {
  private static final String VALUE = "changed-value";
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);

  /** Dan on the secrets of a project. */
  private static Browser dan(Scene scene, Screen screen) {
    return Browser.of(Person.DAN, screen, "/secrets?project=" + scene.project());
  }

  private static void change(Browser browser, String key, String value) {
    browser.button("Change " + key).click();
    assertThat(browser.page().getByLabel("New value of " + key)).isFocused();
    browser.page().getByLabel("New value of " + key).fill(value);
  }

  private static void lookOver(Browser browser, String verdict) {
    browser.link("Look it over").click();
    assertThat(browser.heading(verdict)).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void keys_of_two_documents_become_one_request_that_is_shown_at_the_keys(Screen screen) {
    Scene scene = Scene.askingFor(1);
    scene.holds("/app/db", "{\"PASSWORD\":\"old\",\"HOST\":\"db\"}");
    scene.holds("/app/mail", "{\"TOKEN\":\"old\"}");
    try (Browser dan = dan(scene, screen)) {
      change(dan, "PASSWORD", VALUE);
      assertThat(dan.page().getByLabel("New value of PASSWORD").boundingBox().width)
          .isGreaterThan(200);
      change(dan, "TOKEN", VALUE);
      assertThat(dan.page().getByLabel("Your changes")).containsText("2 changes in 2 documents");
      lookOver(dan, "It waits for approval");
      assertThat(dan.page().locator("main"))
          .containsText("1 approval from Amy Approver, Bob Approver");
      assertThat(dan.page().getByLabel("Title"))
          .hasValue("Change PASSWORD, TOKEN in /app/db, /app/mail");
      dan.page().getByLabel("Title").fill("Rotate both");
      dan.page().getByLabel("Message").fill("Quarterly.");
      dan.button("Submit for approval").click();
      assertThat(dan.heading("Rotate both")).isVisible();
      assertThat(dan.heading("2 changed keys")).isVisible();
      assertThat(scene.requests()).isEqualTo(1);
      String id = dan.page().url().replaceAll(".*/", "");
      dan.page().navigate(World.stack().dashboard() + "/secrets?project=" + scene.project());
      assertThat(dan.link("pending change of PASSWORD in " + id)).isVisible();
      assertThat(dan.link("pending change of TOKEN in " + id)).isVisible();
      assertThat(dan.page().locator(".keys .badge")).hasCount(2);
      assertThat(dan.complaints()).isEmpty();
    }
    assertThat(World.SECRETS.text(scene.secret("/app/db"))).doesNotContain(VALUE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void authors_are_not_named_as_approvers_of_what_they_write_unless_a_policy_lets_them(
      Screen screen) {
    Scene scene = Scene.unprotected();
    String policy = scene.policy(scene.asking("amy", "dan"));
    scene.holds("/db", "{\"KEY\":\"old\"}");
    try (Browser dan = dan(scene, screen)) {
      change(dan, "KEY", VALUE);
      lookOver(dan, "It waits for approval");
      assertThat(dan.page().locator(".verdict")).containsText("1 approval from Amy Approver");
      assertThat(dan.page().locator(".verdict")).not().containsText("Dan Developer");
      assertThat(dan.page().locator(".verdict"))
          .containsText("it does not let authors approve what they wrote");
      assertThat(dan.barriers()).isEmpty();
      Map<String, Object> own = new TreeMap<>(scene.asking("amy", "dan"));
      own.put("selfApproval", true);
      World.as(Person.ADA).edit(policy, own);
      dan.button("Submit for approval").click();
      assertThat(dan.page().getByRole(AriaRole.ALERT)).containsText("has changed while you wrote");
      assertThat(dan.page().locator(".verdict"))
          .containsText("1 approval from Amy Approver, Dan Developer (you)");
      assertThat(dan.page().locator(".verdict")).containsText("it lets authors approve");
      assertThat(scene.requests()).isZero();
    }
  }

  @Test
  void a_value_that_a_destination_cannot_hold_is_told_before_it_is_sent() {
    Scene scene = Scene.unprotected();
    scene.holds("/db", "{\"KEY\":\"old\"}");
    scene.followed();
    try (Browser dan = dan(scene, Screen.PHONE)) {
      change(dan, "KEY", "x".repeat(9_000));
      lookOver(dan, "It is saved at once");
      assertThat(dan.page().getByLabel("Too large for a destination"))
          .containsText("KEY of /db has 9,000 bytes");
      assertThat(dan.barriers()).isEmpty();
      dan.page().getByLabel("New value of KEY").fill("short");
      assertThat(dan.page().getByLabel("Too large for a destination")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP_DARK"})
  void what_was_written_becomes_part_of_an_open_request_of_ones_own(Screen screen) {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"PASSWORD\":\"old\",\"HOST\":\"db\",\"USER\":\"app\"}");
    Proposal proposal = scene.proposes("/db", "PASSWORD", "first-value");
    proposal.approve(Person.AMY);
    try (Browser dan = dan(scene, screen)) {
      change(dan, "PASSWORD", VALUE);
      change(dan, "HOST", VALUE);
      lookOver(dan, "It waits for approval");
      dan.page().getByLabel("Message").fill("The host moves, too.");
      dan.page().getByText("Or make it part of a request of yours").click();
      assertThat(dan.barriers()).isEmpty();
      dan.button("Add to " + proposal.id()).click();
      assertThat(dan.page().getByLabel("Message")).hasValue("The host moves, too.");
      dan.button("Submit the revision").click();
      assertThat(dan.heading("2 changed keys")).isVisible();
      assertThat(dan.page().locator("main")).containsText("revision 2");
      assertThat(scene.requests()).isEqualTo(1);
      assertThat(dan.complaints()).isEmpty();
    }
    Proposal revised = Proposal.of(proposal.seenBy(Person.AMY));
    revised.approve(Person.AMY);
    revised.merge(Person.DAN);
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"PASSWORD\":\"" + VALUE + "\",\"HOST\":\"" + VALUE + "\",\"USER\":\"app\"}");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void what_nothing_protects_is_said_to_be_saved_at_once_and_is(Screen screen) {
    Scene scene = Scene.unprotected();
    scene.holds("/db", "{\"PASSWORD\":\"old\",\"HOST\":\"db\"}");
    try (Browser dan = dan(scene, screen)) {
      change(dan, "PASSWORD", VALUE);
      lookOver(dan, "It is saved at once");
      dan.button("Save now").click();
      assertThat(dan.heading("Merged")).isVisible();
      assertThat(World.SECRETS.text(scene.secret("/db")))
          .isEqualTo("{\"PASSWORD\":\"" + VALUE + "\",\"HOST\":\"db\"}");
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void one_protected_document_makes_all_of_them_wait() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    World.as(Person.ADA)
        .put(
            scene.path("/environments/staging"),
            Map.of("secretPrefix", "staging/" + scene.project() + "/"));
    World.SECRETS.create("staging/" + scene.project() + "/mail", "{\"TOKEN\":\"old\"}");
    try (Browser dan = dan(scene, Screen.DESKTOP)) {
      change(dan, "KEY", VALUE);
      dan.link("staging").click();
      change(dan, "TOKEN", VALUE);
      lookOver(dan, "It waits for approval");
      assertThat(dan.page().locator(".verdict")).containsText("/mail has no policy, and waits");
      dan.button("Submit for approval").click();
      assertThat(dan.heading("2 changed keys")).isVisible();
    }
    assertThat(World.SECRETS.text("staging/" + scene.project() + "/mail")).contains("old");
  }

  @Test
  void keys_are_renamed_removed_and_made_and_documents_are_made_and_deleted() {
    Scene scene = Scene.unprotected();
    scene.holds("/db", "{\"OLD\":\"1\",\"GONE\":\"2\",\"KEPT\":\"3\"}");
    scene.holds("/trash", "{\"KEY\":\"old\"}");
    try (Browser dan = dan(scene, Screen.PHONE)) {
      dan.button("Rename OLD").click();
      dan.page().getByLabel("New name").fill("NEW");
      dan.button("Remove GONE").click();
      dan.button("Remove KEPT").click();
      dan.button("Keep as it is KEPT").click();
      assertThat(dan.button("Remove KEPT")).isVisible();
      dan.button("New key in /db").click();
      dan.page().getByLabel("Key to set").fill("MADE");
      dan.page().getByLabel("Value", LABEL).fill("4");
      dan.button("Delete /trash").click();
      dan.page().getByText("Another document").click();
      dan.page().locator("details").getByLabel("Path").fill("no path");
      dan.button("Add it").click();
      assertThat(dan.page().locator("details .wrong")).isVisible();
      dan.page().locator("details").getByLabel("Path").fill("/made/here");
      dan.button("Add it").click();
      assertThat(dan.heading("It is saved at once")).isVisible();
      dan.page().getByLabel("Key to set").last().fill("FIRST");
      dan.page().getByLabel("Value", LABEL).last().fill("5");
      dan.button("Save now").click();
      assertThat(dan.heading("Merged")).isVisible();
      assertThat(dan.complaints()).isEmpty();
    }
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"NEW\":\"1\",\"KEPT\":\"3\",\"MADE\":\"4\"}");
    assertThat(World.SECRETS.text(scene.secret("/made/here"))).isEqualTo("{\"FIRST\":\"5\"}");
    assertThat(World.SECRETS.daysLeft(scene.secret("/trash"))).isNotNull();
  }
}
