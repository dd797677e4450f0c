package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings on every screen, as {@link AccessibleTest} has the pages of requests. */
class AccessibleSettingsTest {
  private static void looksRight(Browser browser, String what) {
    for (Screen screen : Screen.values()) {
      browser.turnTo(screen);
      assertThat(browser.barriers()).as(what + " on " + screen).isEmpty();
    }
  }

  private static void page(Browser browser, String path, String heading) {
    browser.page().navigate(World.stack().dashboard() + path);
    assertThat(browser.heading(heading).first()).isVisible();
    looksRight(browser, path);
  }

  @Test
  void the_settings_and_their_forms() {
    Scene scene = Scene.unprotected();
    Guest stranger = Guest.stranger();
    assertThat(stranger.calls().post("v1/join", Map.of("name", "Gus Guest")).status())
        .isEqualTo(201);
    String here = "/" + scene.project();
    World.as(Person.ADA)
        .put(
            scene.path("/channels/slack"),
            Map.of("kind", "SLACK", "conversation", "C0000001", "token", "xoxb-" + Text.value()));
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings")) {
      assertThat(ada.heading("Asking to join")).isVisible();
      looksRight(ada, "people");
      page(ada, "/settings/people/_new?subject=" + stranger.subject(), "Add a person");
      page(ada, "/settings/people/amy", "Amy Approver");
      ada.button("Deactivate").click();
      looksRight(ada, "deactivation");
      page(ada, "/settings/groups", "Groups");
      page(ada, "/settings/groups" + here, "Approvers");
      page(ada, "/settings/machines/_new", "Add a machine");
      page(ada, "/settings/roles" + here, "Who has which role");
      page(ada, "/settings/roles" + here + "/_new", "Make a role");
      page(ada, "/settings/roles" + here + "/given/dan", "Dan Developer");
      page(ada, "/settings/channels" + here, "Channels");
      page(ada, "/settings/channels" + here + "/slack", "Where it is");
      page(ada, "/settings/channels" + here + "/_new", "Add a channel");
      ada.page().getByText("Where do I find these in Slack?").click();
      looksRight(ada, "help");
      assertThat(ada.complaints()).isEmpty();
    }
    try (Browser guest = Browser.signingIn(stranger.signsInAs(), Screen.PHONE, "/")) {
      assertThat(guest.heading("Ask to join")).isVisible();
      looksRight(guest, "stranger");
    }
  }
}
