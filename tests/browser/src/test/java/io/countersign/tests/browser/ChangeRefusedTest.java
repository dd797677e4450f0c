package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong with a change of secrets, nothing typed is lost and nothing is done twice.
 */
class ChangeRefusedTest {
  private static final String VALUE = "typed-value";
  private static final String CALL = "**/v1/change-requests";
  private static final Route.FulfillOptions ENDED = new Route.FulfillOptions().setStatus(401);

  /** Dan, who has typed a value for the one key and looks it over. */
  private static Browser typed(Scene scene, Screen screen, String value) {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Browser dan = Browser.of(Person.DAN, screen, "/secrets?project=" + scene.project());
    dan.button("Change KEY").click();
    dan.page().getByLabel("New value of KEY").fill(value);
    dan.link("Look it over").click();
    assertThat(dan.page().locator(".verdict h2")).isVisible();
    return dan;
  }

  private static Locator field(Browser browser) {
    return browser.page().getByLabel("New value of KEY");
  }

  @Test
  void hostile_values_are_values() {
    Scene scene = Scene.unprotected();
    String hostile = "<img src=x onerror=alert(1)>\n\ttab\u202e 👩‍💻 " + "x".repeat(60_000) + " ";
    try (Browser dan = typed(scene, Screen.PHONE, hostile)) {
      assertThat(dan.page().locator(".secret small")).containsText("⟨U+202E⟩");
      assertThat(dan.page().locator(".secret small")).containsText("Begins or ends with a blank");
      dan.button("Save now").click();
      assertThat(dan.heading("Merged")).isVisible();
      assertThat(dan.complaints()).isEmpty();
    }
    try (Browser ada =
        Browser.of(Person.ADA, Screen.PHONE, "/secrets?project=" + scene.project())) {
      ada.button("Reveal KEY").click();
      assertThat(ada.page().getByLabel("KEY now")).containsText("<img src=x onerror=alert(1)>↵");
      assertThat(ada.page().locator("main img")).hasCount(0);
      assertThat(ada.barriers()).isEmpty();
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void what_the_api_refuses_stands_at_the_line_that_it_is_about() {
    Scene scene = Scene.askingFor(1);
    try (Browser dan = typed(scene, Screen.PHONE, VALUE)) {
      dan.button("Set a key").click();
      dan.page().getByLabel("Key to set").fill("no name");
      dan.page().getByLabel("Title").fill("Two keys");
      dan.button("Submit for approval").click();
      assertThat(dan.page().locator("li.bad")).containsText("is no name for a new key");
      assertThat(dan.page().getByLabel("Key to set")).isFocused();
      assertThat(field(dan)).hasValue(VALUE);
      dan.page().getByLabel("Key to set").fill("NAME");
      dan.button("Submit for approval").click();
      assertThat(dan.heading("Two keys")).isVisible();
    }
    assertThat(scene.requests()).isEqualTo(1);
  }

  @Test
  void what_is_typed_outlives_a_sign_in_that_ends_and_never_lies_in_a_storage_in_clear() {
    Scene scene = Scene.askingFor(1);
    List<String> stored = new ArrayList<>();
    try (Browser dan = typed(scene, Screen.PHONE, VALUE)) {
      dan.page().exposeFunction("stored", values -> stored.add(String.valueOf(values[0])));
      dan.page()
          .evaluate(
              """
              () => {
                const set = Storage.prototype.setItem;
                Storage.prototype.setItem = function (name, value) {
                  stored(value);
                  return set.call(this, name, value);
                };
              }
              """);
      dan.page().route(CALL, each -> each.fulfill(ENDED));
      dan.button("Submit for approval").click();
      dan.button("Sign in again").last().click();
      dan.signIn(Person.DAN);
      assertThat(field(dan)).hasValue(VALUE);
      assertThat(stored).isNotEmpty().noneMatch(each -> each.contains(VALUE));
      assertThat(dan.page().evaluate("() => Object.values(sessionStorage).join()").toString())
          .doesNotContain(VALUE);
      dan.page().unroute(CALL);
      dan.button("Submit for approval").click();
      assertThat(dan.heading("1 changed key")).isVisible();
    }
    assertThat(scene.requests()).isEqualTo(1);
  }

  @Test
  void a_call_whose_answer_never_came_is_repeated_without_making_a_second_request_also_later_on() {
    Scene scene = Scene.askingFor(1);
    try (Browser dan = typed(scene, Screen.DESKTOP, VALUE)) {
      dan.losesAnAnswer();
      dan.button("Submit for approval").click();
      assertThat(dan.page().locator("main")).containsText("No answer from Countersign");
      dan.page().locator(".trail a").click();
      dan.link("Look it over").click();
      assertThat(field(dan)).hasValue(VALUE);
      assertThat(dan.page().locator(".verdict h2")).isVisible();
      dan.button("Submit for approval").click();
      assertThat(dan.heading("1 changed key")).isVisible();
    }
    assertThat(scene.requests()).isEqualTo(1);
  }

  @Test
  void a_policy_that_comes_while_somebody_writes_is_said_before_anything_is_sent() {
    Scene scene = Scene.unprotected();
    try (Browser dan = typed(scene, Screen.DESKTOP, VALUE)) {
      assertThat(dan.heading("It is saved at once")).isVisible();
      scene.policy(scene.policyBody(1));
      dan.button("Save now").click();
      assertThat(dan.page().locator("main")).containsText("Who must approve has changed");
      assertThat(dan.heading("It waits for approval")).isVisible();
      assertThat(scene.requests()).isZero();
      dan.button("Submit for approval").click();
      assertThat(dan.heading("1 changed key")).isVisible();
    }
    assertThat(World.SECRETS.text(scene.secret("/db"))).contains("old");
  }
}
