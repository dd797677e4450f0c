package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a project holds: keys without values, who is changing them, and a value where that is
 * allowed.
 */
class SecretsTest {
  private static final String VALUE = "secrets-never-show-this";
  private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);

  private static String secrets(Scene scene) {
    return "/secrets?project=" + scene.project();
  }

  private static Locator documents(Browser browser) {
    return browser.page().locator(".document");
  }

  private static Locator filter(Browser browser, String label) {
    return browser.page().locator("search").getByLabel(label);
  }

  @Test
  void keys_are_shown_without_values_and_with_who_wrote_them_and_who_is_changing_them() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"PORT\":5432}");
    Proposal first = scene.proposes("/db", "PASSWORD", VALUE);
    first.approve(Person.AMY);
    first.merge(Person.DAN);
    Proposal second = scene.proposes("/db", "PORT", "5433");
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, secrets(scene))) {
      assertThat(documents(dan)).containsText("PASSWORD");
      assertThat(documents(dan)).containsText("number");
      assertThat(documents(dan)).containsText("written by request " + first.id());
      assertThat(dan.link("pending change of PORT in " + second.id())).isVisible();
      assertThat(dan.link("pending change of PASSWORD in " + second.id())).hasCount(0);
      assertThat(dan.page().content()).doesNotContain(VALUE, "5432");
      dan.link("pending change of PORT in " + second.id()).click();
      assertThat(dan.page().locator(".diff li:has(:target)")).containsText("PORT");
      assertThat(dan.page().locator(".diff li:has(:target)")).isInViewport();
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void what_is_only_proposed_is_marked_so_and_leads_to_its_request() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/new", "TOKEN", VALUE);
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, secrets(scene))) {
      assertThat(documents(dan)).containsText("proposed");
      assertThat(documents(dan)).containsText(proposal.id() + ", Dan Developer: TOKEN");
      assertThat(dan.button("Delete /new")).hasCount(0);
      assertThat(dan.button("New key in /new")).hasCount(0);
      assertThat(dan.barriers()).isEmpty();
      documents(dan).getByRole(AriaRole.LINK).click();
      assertThat(dan.page()).hasURL(Pattern.compile("/requests/" + proposal.id()));
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void a_value_is_revealed_by_a_click_as_text_and_gone_when_the_tab_is_left() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"<b>old</b>\\u202e\\n\\tend\"}");
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, secrets(scene))) {
      ada.button("Reveal KEY").click();
      Locator now = ada.page().getByLabel("KEY now");
      assertThat(now).containsText("<b>old</b>⟨U+202E⟩↵");
      assertThat(ada.page().locator("body")).containsText("KEY is shown; that is recorded.");
      ada.leaveTab();
      assertThat(now).hasCount(0);
      assertThat(ada.complaints()).isEmpty();
    }
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP, secrets(scene))) {
      assertThat(dan.button("Change KEY")).isVisible();
      assertThat(dan.button("Reveal KEY")).hasCount(0);
    }
  }

  @Test
  void who_may_only_look_is_offered_nothing_else_and_who_has_no_role_is_told_so() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    World.as(Person.ADA)
        .put(scene.path("/bindings/amy"), Map.of("role", "viewer", "person", "amy"));
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE_DARK, secrets(scene))) {
      assertThat(documents(amy)).containsText("KEY");
      assertThat(amy.button("Change KEY")).hasCount(0);
      assertThat(amy.button("Reveal KEY")).hasCount(0);
      assertThat(amy.page().getByText("Another document", EXACT)).hasCount(0);
    }
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, secrets(scene))) {
      assertThat(bob.page().locator("main")).containsText("You have no role in");
    }
  }

  @Test
  void documents_are_found_by_path_and_key_and_a_page_takes_the_place_of_the_one_before() {
    Scene scene = Scene.unprotected();
    for (int i = 10; i < 37; i++) {
      scene.holds("/app/" + i, "{\"KEY_" + i + "\":\"old\"}");
    }
    scene.holds("/mail", "{\"TOKEN\":\"old\"}");
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP_DARK, secrets(scene))) {
      assertThat(documents(dan)).hasCount(25);
      dan.link("Next").click();
      assertThat(documents(dan)).hasCount(3);
      dan.link("First").click();
      assertThat(documents(dan)).hasCount(25);
      filter(dan, "Path").fill("/ma");
      assertThat(documents(dan)).hasCount(1);
      assertThat(dan.button("Change TOKEN")).isVisible();
      filter(dan, "Path").fill("");
      filter(dan, "Key").fill("key_3");
      assertThat(documents(dan)).hasCount(7);
      assertThat(dan.page().url()).endsWith("key=key_3");
      filter(dan, "Key").fill("nothing");
      assertThat(dan.page().locator("main")).containsText("No document matches.");
      dan.link("Show all of them").click();
      assertThat(documents(dan)).hasCount(25);
    }
  }

  @Test
  void what_can_be_no_document_says_why_and_an_environment_without_any_says_what_comes_next() {
    Scene scene = Scene.unprotected();
    scene.holds("/nested", "{\"LIST\":[1]}");
    scene.holds("/motd", "only text");
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, secrets(scene))) {
      assertThat(documents(dan).nth(0)).containsText("plain text");
      assertThat(dan.button("Rename value")).hasCount(0);
      assertThat(documents(dan).nth(1)).containsText("is never shown or written here");
      assertThat(dan.button("Delete /nested")).hasCount(0);
    }
    Scene empty = Scene.unprotected();
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, secrets(empty))) {
      assertThat(dan.page().locator("main")).containsText("There is no secret here yet");
      assertThat(dan.page().getByText("Another document", EXACT)).isVisible();
    }
  }
}
