package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every page and dialog on every screen: nothing keeps anybody out, and all of it fits. */
class AccessibleTest {
  private static void looksRight(Browser browser, String what) {
    for (Screen screen : Screen.values()) {
      browser.turnTo(screen);
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
}
