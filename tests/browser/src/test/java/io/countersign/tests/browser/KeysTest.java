package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Single keys on the list and on a request's page, and the switch that turns them off. */
class KeysTest {
  private static void presses(Browser browser, String... keys) {
    for (String key : keys) {
      browser.page().keyboard().press(key);
    }
  }

  @Test
  void a_list_is_walked_and_a_request_decided_by_single_keys() {
    Scene scene = Scene.askingFor(1);
    Proposal first = scene.proposes("/db", "ALPHA", "1");
    Proposal second = scene.proposes("/db", Map.of("set", Map.of("BETA", "1", "GAMMA", "2")));
    try (Browser amy =
        Browser.of(Person.AMY, Screen.DESKTOP, "/?status=OPEN&project=" + scene.project())) {
      Locator rows = amy.page().locator(".rows a");
      assertThat(rows).hasCount(2);
      presses(amy, "j", "j", "k");
      assertThat(rows.first()).isFocused();
      presses(amy, "j", "j", "k", "Enter");
      assertThat(amy.page().locator("h1")).hasText("A change");
      assertThat(amy.page()).hasURL(Pattern.compile("/requests/" + second.id()));
      assertThat(amy.button("Approve")).isVisible();
      presses(amy, "j", "j");
      assertThat(amy.page().locator(".diff li").nth(1)).isFocused();
      presses(amy, "c", "a", "r");
      assertThat(amy.page().getByLabel("Comment")).hasValue("ar");
      amy.page().locator("h1").focus();
      presses(amy, "r");
      assertThat(amy.dialog()).containsText("Reject this request");
      presses(amy, "a", "Escape");
      assertThat(amy.dialog()).hasCount(0);
      presses(amy, "a");
      assertThat(amy.dialog()).containsText("Approve this request");
      assertThat(second.seenBy(Person.ADA).body().path("votes")).isEmpty();
      assertThat(first.seenBy(Person.ADA).body().path("votes")).isEmpty();
      assertThat(amy.complaints()).isEmpty();
    }
  }

  @Test
  void a_value_is_shown_and_hidden_by_v() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", "new");
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP_DARK, "/requests/" + proposal.id())) {
      assertThat(ada.button("Reveal KEY")).isVisible();
      presses(ada, "j", "v");
      assertThat(ada.page().getByLabel("KEY now")).hasText("old");
      presses(ada, "v");
      assertThat(ada.page().getByLabel("KEY now")).hasCount(0);
    }
  }

  @Test
  void a_question_mark_lists_them_and_there_they_are_switched_off_for_this_browser() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", "1");
    try (Browser amy = Browser.of(Person.AMY, Screen.DESKTOP, "/requests/" + proposal.id())) {
      assertThat(amy.button("Approve")).isVisible();
      presses(amy, "?");
      assertThat(amy.dialog()).containsText("Keyboard shortcuts");
      assertThat(amy.barriers()).isEmpty();
      amy.dialog().getByLabel("Single keys do this in this browser").uncheck();
      amy.confirm("Close");
      presses(amy, "a", "?");
      assertThat(amy.dialog()).hasCount(0);
      amy.page().reload();
      assertThat(amy.button("Approve")).isVisible();
      presses(amy, "a");
      assertThat(amy.dialog()).hasCount(0);
      amy.button("Shortcuts").click();
      amy.dialog().getByLabel("Single keys do this in this browser").check();
      amy.confirm("Close");
      presses(amy, "a");
      assertThat(amy.dialog()).containsText("Approve this request");
    }
  }
}
