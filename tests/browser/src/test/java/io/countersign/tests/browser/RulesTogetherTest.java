package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several changes of rules as one request, put together from their forms; and one of them anew. */
class RulesTogetherTest {
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);
  private static final String COLLECT = "Add to one request";

  private final Scene scene = Scene.askingFor(2).governed();
  private final String roles = "/settings/roles/" + scene.project();

  private static Locator main(Browser browser) {
    return browser.page().locator("main");
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, LABEL);
  }

  private static void visit(Browser browser, String path) {
    browser.page().navigate(World.stack().dashboard() + path);
  }

  private void collectsARole(Browser ada, String name) {
    visit(ada, roles + "/_new");
    field(ada, "Short name").fill(name);
    ada.page().getByLabel("requests:read").check();
    ada.button(COLLECT).click();
  }

  private static Proposal proposal(Browser browser) {
    assertThat(browser.page()).hasURL(Pattern.compile("/requests/[^/]+-\\d+$"));
    String id = browser.page().url().replaceAll(".*/", "");
    return Proposal.of(World.as(Person.ADA).get("v1/change-requests/" + id));
  }

  @Test
  void changes_of_several_forms_are_collected_looked_over_and_asked_for_as_one_request() {
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people")) {
      collectsARole(ada, "reader");
      assertThat(ada.heading("Ask for 1 change together")).isVisible();
      assertThat(ada.page().locator(".announcements")).containsText("Nothing is asked yet");
      visit(ada, "/policies");
      visit(ada, Writer.address(scene));
      Locator bar = ada.page().getByLabel("Collected changes");
      assertThat(bar).containsText("1 change collected for A scene.");
      ada.page().locator(".policies a").first().click();
      ada.button("Delete").click();
      ada.dialog().getByText(COLLECT).click();
      assertThat(ada.heading("Ask for 2 changes together")).isVisible();
      assertThat(main(ada)).containsText("2. Delete “Approvals”");
      collectsARole(ada, "auditor");
      assertThat(ada.heading("Ask for 3 changes together")).isVisible();
      ada.looksRight("together");
      ada.button("Take out change 3, Add role auditor").click();
      assertThat(ada.heading("Ask for 2 changes together")).isVisible();
      assertThat(main(ada)).containsText("Asks Bob Approver");
      field(ada, "Title").fill("Readers instead");
      field(ada, "Why (for those who agree)").fill("As we said on Monday.");
      ada.button("Ask for them").click();
      assertThat(ada.heading("Readers instead")).isVisible();
      assertThat(main(ada)).containsText("2 changes of rules, together");
      assertThat(main(ada)).containsText("As we said on Monday.");
      Proposal asked = proposal(ada);
      visit(ada, roles);
      assertThat(ada.heading("Who has which role")).isVisible();
      assertThat(bar).hasCount(0);
      asked.approve(Person.BOB);
      assertThat(asked.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(World.as(Person.ADA).get(scene.path("/roles/reader")).status()).isEqualTo(200);
  }

  @Test
  void what_is_refused_of_them_is_told_at_the_change() {
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/settings/people")) {
      collectsARole(ada, "reader");
      collectsARole(ada, "other");
      assertThat(ada.heading("Ask for 2 changes together")).isVisible();
      // Somebody else makes it meanwhile.
      Proposal meanwhile =
          Proposal.of(
              World.as(Person.BOB)
                  .put(
                      scene.path("/roles/other"), Map.of("permissions", List.of("requests:read"))));
      meanwhile.approve(Person.ADA);
      assertThat(meanwhile.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
      ada.button("Ask for them").click();
      assertThat(ada.page().locator("li .wrong"))
          .containsText("Change 2: There is one of that name already.");
      assertThat(ada.page().locator("li .wrong")).hasCount(1);
      ada.looksRight("refused together");
      ada.button("Take out change 2, Add role other").click();
      ada.button("Ask for them").click();
      assertThat(ada.heading("Add role reader").first()).isVisible();
    }
  }

  @Test
  void one_of_them_is_asked_for_anew_in_its_form_and_the_others_stay() {
    Map<String, Object> policy =
        Map.of(
            "method",
            "PUT",
            "path",
            "/" + scene.path("/policies/") + policy(),
            "ifMatch",
            "\"1\"",
            "body",
            scene.policyBody(1));
    Map<String, Object> role =
        Map.of(
            "method",
            "PUT",
            "path",
            "/" + scene.path("/roles/reader"),
            "body",
            Map.of("permissions", List.of("requests:read")));
    Proposal first =
        Proposal.of(
            World.as(Person.ADA)
                .post(
                    "v1/governance-requests",
                    Map.of(
                        "project",
                        scene.project(),
                        "message",
                        "Fewer.",
                        "changes",
                        List.of(policy, role))));
    first.approve(Person.BOB);
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/requests/" + first.id())) {
      assertThat(main(ada)).containsText("Change what is asked");
      ada.looksRight("asked");
      ada.button("Change what is asked (Change policy Approvals)").click();
      assertThat(field(ada, "Approvals needed")).hasValue("1");
      assertThat(main(ada)).containsText("its other changes stay");
      assertThat(field(ada, "Why (for those who agree)")).hasValue("Fewer.");
      assertThat(ada.button(COLLECT)).hasCount(0);
      field(ada, "Name").fill("Fewer approvals");
      ada.looksRight("anew");
      ada.button("Save").click();
      assertThat(main(ada)).containsText("revision 2");
      assertThat(main(ada)).containsText("2 changes of rules, together");
      JsonNode edits = first.seenBy(Person.ADA).body().at("/rules/edits");
      assertThat(edits.at("/0/name").asText()).isEqualTo("Fewer approvals");
      assertThat(edits.at("/1/id").asText()).isEqualTo("reader");
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(first.seenBy(Person.BOB).body().path("votes")).isEmpty();
  }

  private String policy() {
    return World.as(Person.ADA).get(scene.path("/policies")).text("/items/0/id");
  }
}
