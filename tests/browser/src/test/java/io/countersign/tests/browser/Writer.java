package io.countersign.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;

/**
 * Somebody whose custom role in the project holds nothing but {@code policies:write}, at its form.
 */
record Writer(Scene scene, Browser browser) implements AutoCloseable {
  private static final Person PERSON = Person.BOB;
  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  /** On a page of the project's policies, once it shows what it read. */
  static Writer at(Scene scene, Screen screen, String page) {
    Client ada = World.as(Person.ADA);
    String role = scene.path("/roles/policy-writer");
    assertThat(ada.put(role, Map.of("permissions", List.of("policies:write"))).status())
        .isEqualTo(201);
    assertThat(
            ada.put(
                    scene.path("/bindings/writer"),
                    Map.of("role", "policy-writer", "person", PERSON.id()))
                .status())
        .isEqualTo(201);
    Writer writer = new Writer(scene, Browser.of(PERSON, screen, address(scene) + page));
    writer.settles();
    return writer;
  }

  /** Waits until the page shows what it read. */
  void settles() {
    page().locator("nav [href='/policies'][aria-current]").waitFor();
    page().locator("main .waiting[aria-busy]").waitFor(GONE);
  }

  /** The address of the list in the dashboard. */
  static String address(Scene scene) {
    return "/projects/" + scene.project() + "/policies";
  }

  Page page() {
    return browser.page();
  }

  /** The field of that label. */
  Locator field(String label) {
    return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** The field of that label in a part of the form that can be there more than once. */
  Locator field(String label, String part) {
    return page().getByLabel(label + " " + part, new Page.GetByLabelOptions().setExact(true));
  }

  Locator toggle(String name) {
    return page()
        .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Chooses somebody by the keys alone. */
  void choose(Locator picker, String typed) {
    picker.fill(typed);
    picker.press("ArrowDown");
    picker.press("ArrowUp");
    picker.press("Enter");
  }

  Locator approvers() {
    return page().getByRole(AriaRole.COMBOBOX, named("Of these people and groups"));
  }

  Locator bypassers() {
    return page().getByRole(AriaRole.COMBOBOX, named("Who may bypass"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** What the form would make of a path. */
  Locator preview() {
    return page().locator(".preview");
  }

  void save() {
    browser.button("Save").click();
  }

  /** The project's policies, as the API has them. */
  JsonNode policies() {
    return World.as(PERSON).get(scene.path("/policies")).body().path("items");
  }

  @Override
  public void close() {
    browser.close();
  }
}
