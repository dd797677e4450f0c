package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several admins at the same settings: nobody undoes unseen what another has done. */
class MeanwhileTest {
  private static Locator main(Browser browser) {
    return browser.page().locator("main");
  }

  private static Locator field(Browser browser, AriaRole role, String name) {
    return browser.page().getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void what_was_typed_over_an_earlier_version_comes_back_with_what_others_saved_since() {
    Scene scene = Scene.unprotected();
    String group = "v1/groups/" + scene.project();
    try (Browser ada =
        Browser.of(Person.ADA, Screen.PHONE, "/settings/groups/" + scene.project())) {
      Locator name = field(ada, AriaRole.TEXTBOX, "Name");
      name.fill("Payments leads");
      ada.page().reload();
      assertThat(name).hasValue("Payments leads");
      assertThat(main(ada)).not().containsText("changed while you were");
      World.as(Person.ADA).edit(group, scene.group("amy"));
      ada.page().reload();
      assertThat(name).hasValue("Payments leads");
      assertThat(main(ada))
          .containsText("Members: Amy Approver (before: Amy Approver, Bob Approver)");
      assertThat(ada.barriers()).isEmpty();
      ada.button("Go on from what is there now").click();
      ada.button("Save").click();
      assertThat(ada.heading("Payments leads")).isVisible();
      assertThat(main(ada)).not().containsText("changed while you were");
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(World.as(Person.ADA).get(group).body().path("members").findValuesAsText("id"))
        .containsExactly("amy");
  }

  @Test
  void a_dialog_that_somebody_was_faster_than_says_so_itself_and_does_nothing() {
    Guest guest = Guest.arrives();
    String person = "v1/people/" + guest.id();
    String name = World.as(Person.ADA).get(person).text("/name");
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people/" + guest.id())) {
      ada.button("Deactivate").click();
      World.as(Person.ADA)
          .edit(person, Map.of("name", name, "email", guest.email(), "active", false));
      ada.confirm("Deactivate");
      assertThat(ada.dialog()).containsText("State: deactivated (before: active)");
      assertThat(ada.barriers()).isEmpty();
      ada.confirm("Look at it again");
      assertThat(ada.button("Reactivate")).isVisible();
      assertThat(main(ada)).not().containsText("changed while you were");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void a_role_is_there_already_only_where_the_same_holder_has_the_same_role_at_the_same_place() {
    Scene scene = Scene.unprotected();
    World.as(Person.ADA)
        .put(
            scene.path("/bindings/dan-developer-again"), Map.of("role", "viewer", "person", "dan"));
    try (Browser ada =
        Browser.of(
            Person.ADA, Screen.DESKTOP, "/settings/roles/" + scene.project() + "/given/_new")) {
      field(ada, AriaRole.COMBOBOX, "To whom").selectOption("person dan");
      field(ada, AriaRole.COMBOBOX, "Role").selectOption("viewer");
      assertThat(main(ada)).containsText("They have this role there already");
      ada.page().getByLabel("Only these paths").fill("/a/b");
      assertThat(main(ada)).not().containsText("They have this role there already");
      ada.button("Give it").click();
      assertThat(ada.link("Dan Developer viewer in every environment /a/b")).isVisible();
      assertThat(ada.complaints()).isEmpty();
    }
  }
}
