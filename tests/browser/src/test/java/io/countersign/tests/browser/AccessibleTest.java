package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every page and dialog on every screen: nothing keeps anybody out, and all of it fits. */
class AccessibleTest {
  private static void looksRight(Browser browser, String what) {
    for (Screen screen : Screen.values()) {
      browser.turnTo(screen);
      // At the end of the page nothing lies under the bar.
      browser.page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
      assertThat(browser.barriers()).as(what + " on " + screen).isEmpty();
    }
  }

  private static void dialog(Browser browser, String opener) {
    browser.button(opener).click();
    assertThat(browser.dialog()).isVisible();
    looksRight(browser, opener);
    browser.page().keyboard().press("Escape");
    assertThat(browser.dialog()).hasCount(0);
    assertThat(browser.button(opener)).isFocused();
  }

  @Test
  void the_pages_of_an_open_request_and_their_dialogs() {
    Scene scene = Scene.askingFor(2, Map.of("bypass", Map.of("who", "ANYONE"), "declineAfter", 2));
    scene.holds("/a-path-that-is-rather-long/and-goes-on/db", "{\"PASSWORD\":\"old\"}");
    Proposal proposal =
        scene.proposes(
            "/a-path-that-is-rather-long/and-goes-on/db",
            Map.of(
                "set",
                Map.of(
                    "PASSWORD",
                    "1",
                    "A_KEY_WITH_A_NAME_THAT_IS_LONGER_THAN_ANY_PHONE_IS_WIDE",
                    "2")));
    String page = "/requests/" + proposal.id();
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, page)) {
      assertThat(amy.button("Approve")).isVisible();
      looksRight(amy, "request");
      dialog(amy, "Approve");
      dialog(amy, "Reject");
      proposal.reject(Person.AMY);
      dialog(amy, "Retract");
    }
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, page)) {
      dialog(dan, "Bypass the approvers");
      dialog(dan, "Withdraw");
      dan.page().navigate(dan.page().url() + "/revise");
      dan.button("Replace value PASSWORD").click();
      dan.button("Set a key").click();
      dan.button("Rename a key").click();
      dan.page().getByText("Another document").click();
      looksRight(dan, "revise");
      dan.page().navigate(dan.page().url().replaceAll("/requests/.*", "/"));
      assertThat(dan.heading("Approvals").first()).isVisible();
      looksRight(dan, "list");
    }
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, page)) {
      ada.button("Reveal PASSWORD").click();
      assertThat(ada.page().getByLabel("PASSWORD now")).isVisible();
      looksRight(ada, "revealed");
    }
  }

  @Test
  void the_pages_of_policies_their_form_and_its_dialogs() {
    Scene scene = Scene.askingFor(1, Map.of("bypass", Map.of("who", "ANYONE")));
    try (Writer bob = Writer.at(scene, Screen.PHONE, "")) {
      Browser browser = bob.browser();
      assertThat(bob.page().locator(".policies li")).isVisible();
      looksRight(browser, "policies");
      bob.page().locator(".policies li a").click();
      assertThat(browser.button("Delete")).isVisible();
      looksRight(browser, "policy");
      dialog(browser, "Delete");
      bob.page().getByText("Edit").click();
      bob.page().getByText("Add a target").click();
      bob.page().getByText("Add a requirement").click();
      for (String each : List.of("A limit for the merge", "Reminders")) {
        bob.toggle(each).check();
      }
      bob.bypassers().fill("a");
      assertThat(bob.page().locator("[role=option]:visible").first()).isVisible();
      looksRight(browser, "form");
      bob.bypassers().press("Escape");
      bob.field("Path", "of target 2").fill("/a*");
      bob.field("Approvals needed", "requirement 2").fill("9");
      bob.save();
      assertThat(bob.page().locator("fieldset [aria-invalid]")).hasCount(1);
      looksRight(browser, "refused");
    }
  }

  @Test
  void the_secrets_of_a_project_and_what_is_changed_of_them() {
    Scene scene = Scene.askingFor(2);
    scene.holds(
        "/a-path-that-is-rather-long/and-goes-on/db",
        "{\"PASSWORD\":\"old\",\"A_KEY_WITH_A_NAME_THAT_IS_LONGER_THAN_ANY_PHONE_IS_WIDE\":1,\"OTHER\":2}");
    scene.proposes("/a-path-that-is-rather-long/and-goes-on/db", "PASSWORD", "new");
    try (Browser ada =
        Browser.of(Person.ADA, Screen.PHONE, "/secrets?project=" + scene.project())) {
      ada.button("Reveal PASSWORD").click();
      assertThat(ada.page().getByLabel("PASSWORD now")).isVisible();
      looksRight(ada, "secrets");
      ada.button("Change PASSWORD").click();
      ada.button("Remove OTHER").click();
      ada.button("New key in /a-path-that-is-rather-long/and-goes-on/db").click();
      ada.page().getByText("Another document").click();
      looksRight(ada, "secrets that are changed");
      ada.link("Look it over").click();
      assertThat(ada.heading("It waits for approval")).isVisible();
      looksRight(ada, "change");
    }
  }
}
