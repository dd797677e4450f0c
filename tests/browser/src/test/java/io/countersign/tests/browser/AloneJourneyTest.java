package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What one admin tries alone, and is told each time: why nothing is changed, and who must agree.
 */
class AloneJourneyTest {
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);

  private final Scene scene = scene();
  private final String policy = asking(2);
  private final String other = asking(1);

  private static Scene scene() {
    Scene made = Scene.askingFor(2);
    made.policy(made.asking("amy"));
    World.as(Person.ADA)
        .put(made.path("/roles/helper"), Map.of("permissions", List.of("requests:read")));
    return made.governed();
  }

  /** The policy that asks for so many. */
  private String asking(int approvals) {
    for (JsonNode each : read(scene.path("/policies")).path("items")) {
      if (each.at("/requirements/0/approvals").asInt() == approvals) {
        return each.path("id").asText();
      }
    }
    throw new IllegalStateException("none asks for " + approvals);
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, LABEL);
  }

  private static void visit(Browser ada, String path) {
    ada.page().navigate(World.stack().dashboard() + path);
    assertThat(ada.page().locator("main")).containsText("Asks Bob Approver");
  }

  /** Nothing is changed, and the page says why and whose agreement it waits for. */
  private static void asked(Browser ada, String words) {
    assertThat(ada.heading(words).first()).isVisible();
    assertThat(ada.page()).hasURL(Pattern.compile("/requests/[^/]+-\\d+$"));
    assertThat(ada.page().locator(".announcements")).containsText("Nothing is changed yet");
    assertThat(ada.page().locator(".readiness")).containsText("Not ready to merge");
    assertThat(ada.page().locator(".readiness")).containsText("Bob Approver");
    assertThat(ada.page().locator("main"))
        .containsText("Authors cannot approve their own requests.");
    assertThat(ada.button("Approve")).hasCount(0);
    assertThat(ada.button("Bypass the approvers")).hasCount(0);
  }

  @Test
  void each_trick_asks_the_other_admin_and_changes_nothing() {
    String policies = Writer.address(scene);
    String roles = "/settings/roles/" + scene.project();
    String project = "/settings/projects/" + scene.project();
    try (Overseen overseen = new Overseen();
        Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, "/settings/people")) {
      assertThat(overseen).isNotNull();
      visit(ada, policies + "/" + policy + "/edit");
      field(ada, "Approvals needed").fill("1");
      ada.button("Save").click();
      asked(ada, "Change policy Approvals");

      visit(ada, "/settings/groups/" + scene.project());
      Locator members = ada.page().getByRole(AriaRole.COMBOBOX).first();
      members.fill("dan");
      members.press("ArrowDown");
      members.press("Enter");
      ada.button("Save").click();
      asked(ada, "Change group Approvers");

      visit(ada, roles + "/given/_new");
      ada.page().getByLabel("To whom").selectOption("person amy");
      ada.page()
          .locator("form label", new Page.LocatorOptions().setHasText("Role"))
          .locator("select")
          .selectOption("admin");
      ada.button("Give it").click();
      asked(ada, "Add role of amy as admin");

      visit(ada, roles + "/helper");
      ada.page().getByLabel("secrets:reveal").check();
      ada.button("Save").click();
      asked(ada, "Change role helper");

      ada.page().navigate(World.stack().dashboard() + policies + "/" + other);
      ada.button("Delete").click();
      assertThat(ada.dialog()).containsText("Asks Bob Approver");
      ada.confirm("Delete the policy");
      asked(ada, "Remove policy Approvals");

      visit(ada, project + "/prod");
      assertThat(ada.page().locator("form")).containsText("That is fixed.");
      visit(ada, project + "/_new");
      field(ada, "Short name").fill("beside");
      field(ada, "Prefix of its secrets").fill("prod/" + scene.project() + "-beside/");
      ada.button("Add it").click();
      asked(ada, "Add environment beside");

      visit(ada, project);
      ada.page().getByLabel("Nobody has to agree").check();
      ada.button("Save").click();
      asked(ada, "Change project A scene");
      assertThat(ada.complaints()).isEmpty();
      asItWas();
    }
  }

  private static JsonNode read(String path) {
    return World.as(Person.ADA).get(path).body();
  }

  private void asItWas() {
    JsonNode lowered = read(scene.path("/policies/" + policy));
    assertThat(lowered.at("/requirements/0/approvals").asInt()).isEqualTo(2);
    assertThat(read(scene.path("/policies")).path("items")).hasSize(2);
    assertThat(read("v1/groups/" + scene.project()).path("members")).hasSize(2);
    assertThat(read(scene.path("/bindings")).path("items"))
        .extracting(each -> each.path("person").asText())
        .containsExactlyInAnyOrder("bob", "dan");
    assertThat(read(scene.path("/roles/helper")).path("permissions")).hasSize(1);
    assertThat(read(scene.path("/environments")).path("items")).hasSize(1);
    assertThat(read(scene.path("")).path("governance").asText()).isEqualTo("POLICY");
  }
}
