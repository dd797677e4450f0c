package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Four eyes on the rules in the dashboard: what a form asks for, and the page on which others
 * agree.
 */
class GovernancePageTest {
  private static final String ASKS =
      "Asks Bob Approver: it holds once they agree and it is merged.";
  private static final String WHY = "Why (for those who agree)";

  private static final Locator.FilterOptions HAS_ORGANISATION =
      new Locator.FilterOptions().setHasText("Organisation");
  private static final Locator.FilterOptions HAS_CHANGE =
      new Locator.FilterOptions().setHasText("Change policy Approvals");
  private static final Locator.FilterOptions HAS_RULES =
      new Locator.FilterOptions().setHasText("Rules of all projects");

  private static String policy(Scene scene) {
    return World.as(Person.ADA).get(scene.path("/policies")).text("/items/0/id");
  }

  private static int approvals(Scene scene) {
    JsonNode policy = World.as(Person.ADA).get(scene.path("/policies/" + policy(scene))).body();
    return policy.at("/requirements/0/approvals").asInt();
  }

  private static Proposal asks(Person person, Scene scene, int approvals, String name) {
    Map<String, Object> body = new TreeMap<>(scene.policyBody(approvals));
    body.put("name", name);
    Answer answer = World.as(person).edit(scene.path("/policies/" + policy(scene)), body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return Proposal.of(answer);
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator main(Browser browser) {
    return browser.page().locator("main");
  }

  @Test
  void an_edited_policy_asks_the_other_admin_who_sees_what_it_lowers_and_holds_once_merged() {
    Scene scene = Scene.askingFor(2).governed();
    scene.holds("/db", "{\"KEY\":\"1\"}");
    Proposal open = scene.proposes("/db", "KEY", "2");
    String edit = Writer.address(scene) + "/" + policy(scene) + "/edit";
    String id;
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, edit)) {
      assertThat(main(ada)).containsText(ASKS);
      field(ada, "Approvals needed").fill("1");
      field(ada, WHY).fill("One of us is always away.");
      ada.looksRight("form");
      ada.button("Save").click();
      assertThat(ada.heading("Change policy Approvals").first()).isVisible();
      assertThat(ada.page()).hasURL(Pattern.compile("/requests/" + scene.project() + "-\\d+$"));
      assertThat(ada.page().locator(".announcements")).containsText("Nothing is changed yet");
      assertThat(main(ada)).containsText("One of us is always away.");
      assertThat(main(ada)).containsText("Authors cannot approve their own requests.");
      assertThat(ada.page().locator(".bar")).containsText("You asked for this; others decide");
      assertThat(ada.button("Approve")).hasCount(0);
      id = ada.page().url().replaceAll(".*/", "");
      ada.looksRight("own request");
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(approvals(scene)).isEqualTo(2);
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, "/?project=" + scene.project())) {
      Locator row = bob.page().locator(".rows li").filter(HAS_CHANGE);
      assertThat(row).containsText("rules");
      bob.looksRight("list");
      row.getByRole(AriaRole.LINK).click();
      assertThat(bob.page()).hasURL(Pattern.compile("/requests/" + id + "$"));
      Locator differences = bob.page().locator(".differences");
      assertThat(differences).containsText("Approvals needed");
      assertThat(differences).containsText("+ 1");
      Locator impact = bob.page().locator(".impact");
      assertThat(impact).containsText("lowers approvals needed: 1 instead of 2");
      assertThat(impact).containsText("/db");
      assertThat(impact).containsText(open.id());
      bob.looksRight("request");
      bob.button("Approve").click();
      assertThat(bob.dialog()).containsText("Change policy Approvals");
      assertThat(bob.dialog()).not().containsText("Merge it at once");
      bob.looksRight("approve");
      bob.confirm("Approve");
      assertThat(bob.heading("Ready to merge")).isVisible();
      bob.button("Merge").click();
      bob.confirm("Merge");
      assertThat(bob.heading("Merged")).isVisible();
      assertThat(main(bob)).containsText("The change holds");
      bob.looksRight("merged");
      assertThat(bob.complaints()).isEmpty();
    }
    assertThat(approvals(scene)).isEqualTo(1);
  }

  @Test
  void what_rests_on_rules_that_were_changed_since_is_written_again_on_its_page() {
    Scene scene = Scene.askingFor(2).governed();
    Proposal first = asks(Person.ADA, scene, 1, "Approvals");
    Proposal second = asks(Person.BOB, scene, 2, "Two approvals");
    assertThat(second.approve(Person.ADA).status()).isEqualTo(200);
    assertThat(second.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/requests/" + first.id())) {
      assertThat(main(ada)).containsText("Write it again on what is there now");
      ada.looksRight("overtaken");
      ada.button("Write it again on what is there now").first().click();
      assertThat(ada.dialog()).containsText("Votes begin again.");
      ada.confirm("Write it again");
      assertThat(main(ada)).containsText("revision 2");
      assertThat(ada.button("Write it again on what is there now")).hasCount(0);
      assertThat(ada.complaints()).isEmpty();
    }
    assertThat(first.seenBy(Person.BOB).text("/reasons/0/code")).isNotEqualTo("rules-changed");
  }

  @Test
  void a_role_is_taken_away_once_the_other_admin_agrees_and_the_dialog_says_so() {
    Scene scene = Scene.askingFor(2).governed();
    String page = "/settings/roles/" + scene.project() + "/given/dan";
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, page)) {
      ada.button("Take it away").click();
      assertThat(ada.dialog()).containsText(ASKS);
      ada.dialog().getByLabel(WHY).fill("Dan works elsewhere.");
      ada.looksRight("dialog");
      ada.confirm("Take it away");
      assertThat(main(ada)).containsText("Dan works elsewhere.");
      assertThat(main(ada)).containsText("taken away");
      ada.looksRight("taken away");
      assertThat(ada.complaints()).isEmpty();
    }
    String binding = scene.path("/bindings/dan");
    assertThat(World.as(Person.ADA).get(binding).status()).isEqualTo(200);
  }

  @Test
  void who_joins_a_list_stands_before_who_stays_and_how_somebody_is_reached_for_few() {
    Scene scene = Scene.askingFor(2).governed();
    Proposal proposal =
        scene.asksFor(
            Map.of(
                "method",
                "PUT",
                "path",
                "/v1/groups/" + scene.project(),
                "ifMatch",
                "\"1\"",
                "body",
                scene.group("bob", "dan")),
            Map.of(
                "method",
                "PUT",
                "path",
                "/v1/people/" + scene.project() + "-new",
                "body",
                Map.of("name", "Nina New", "email", "nina@example.com")),
            Map.of(
                "method",
                "PUT",
                "path",
                "/" + scene.path("/policies/" + policy(scene)),
                "ifMatch",
                "\"1\"",
                "body",
                scene.policyBody(1)));
    String page = "/requests/" + proposal.id();
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, page)) {
      assertThat(bob.page().locator(".moves li"))
          .hasText(new String[] {"added: + Dan Developer", "removed: − Amy Approver"});
      assertThat(bob.page().locator(".kept")).hasText("Unchanged: Bob Approver");
      assertThat(main(bob)).containsText("nina@example.com");
      bob.looksRight("lists");
      assertThat(bob.complaints()).isEmpty();
    }
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, page)) {
      assertThat(main(dan)).containsText("Nina New");
      assertThat(main(dan)).containsText("not shown to you");
      assertThat(main(dan)).not().containsText("nina@example.com");
      dan.looksRight("withheld");
    }
  }

  @Test
  void a_governance_policy_is_written_by_the_form_and_says_that_it_holds_for_rules() {
    Scene scene = Scene.unprotected();
    try (Writer bob = Writer.at(scene, Screen.PHONE, "/new")) {
      bob.page().locator("[name=kind][value=GOVERNANCE]").check();
      assertThat(bob.preview()).hasCount(0);
      assertThat(bob.toggle("Bypass")).hasCount(0);
      assertThat(bob.toggle("Self-approval")).hasCount(0);
      assertThat(bob.toggle("Votes by mail")).hasCount(0);
      assertThat(bob.page().locator("main")).containsText("Saved at once");
      bob.field("Name").fill("Rules of the scene");
      bob.choose(bob.approvers(), scene.project());
      bob.browser().looksRight("form");
      bob.save();
      bob.browser().heading("Rules of the scene").waitFor();
      assertThat(bob.page().locator(".says")).containsText("changes of rules in the whole project");
      bob.browser().looksRight("policy");
      bob.browser().button("Delete").click();
      assertThat(bob.browser().dialog()).containsText("Nobody has to agree to changes of rules");
      bob.browser().confirm("Cancel");
      bob.browser().link("Policies").last().click();
      assertThat(bob.page().locator(".agreeing")).containsText("Nobody: whoever may change rules");
      bob.browser().looksRight("list");
      assertThat(bob.policies().get(0).path("kind").asText()).isEqualTo("GOVERNANCE");
      assertThat(bob.browser().complaints()).isEmpty();
    }
  }

  @Test
  void the_organisation_has_policies_of_rules_only_and_its_own_requests() {
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, "/policies")) {
      ada.page().locator(".rows a").filter(HAS_ORGANISATION).click();
      assertThat(ada.page().locator(".agreeing")).isVisible();
      ada.looksRight("organisation");
      ada.link("New policy").click();
      assertThat(ada.page().locator("[name=kind]")).hasCount(1);
      field(ada, "Name").fill("Rules of all projects");
      Locator people = ada.page().getByRole(AriaRole.COMBOBOX);
      people.first().fill("bob");
      people.first().press("ArrowDown");
      people.first().press("Enter");
      ada.button("Save").click();
      assertThat(ada.page().locator(".says"))
          .containsText("changes of rules in the whole organisation");
      assertThat(ada.page().locator(".timeline")).containsText("Ada Admin wrote the policy");
      ada.link("Edit").click();
      assertThat(field(ada, "Name")).hasValue("Rules of all projects");
      ada.page().goBack();
      ada.button("Delete").click();
      assertThat(ada.dialog()).containsText("One other admin of the organisation is asked");
      assertThat(ada.dialog()).containsText(ASKS);
      ada.confirm("Delete the policy");
      assertThat(ada.heading("What it changes for policies, secrets and open requests"))
          .isVisible();
      assertThat(ada.page()).hasURL(Pattern.compile("/requests/\\*-\\d+$"));
      assertThat(ada.complaints()).isEmpty();
      bobAgrees();
      assertThat(ada.heading("Merged")).isVisible();
    } finally {
      Overseen.end();
    }
  }

  /** From the list to the request of the organisation, and through it. */
  private static void bobAgrees() {
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, "/")) {
      bob.page().locator(".rows a").filter(HAS_RULES).first().click();
      bob.button("Approve").click();
      bob.confirm("Approve");
      bob.button("Merge").click();
      bob.confirm("Merge");
      assertThat(bob.heading("Merged")).isVisible();
    }
  }

  @Test
  void an_approver_without_a_role_is_told_that_the_rules_need_nobodys_agreement() {
    Scene scene = Scene.askingFor(1);
    String page = "/requests/" + scene.proposes("/db", "KEY", "1").id();
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, page)) {
      assertThat(amy.page().locator(".opt-out").last())
          .containsText("not under two-person control in " + scene.project());
      amy.looksRight("request");
    }
  }

  @Test
  void the_navigation_stays_on_one_line_on_a_phone_also_with_a_number() {
    Scene scene = Scene.askingFor(1);
    scene.proposes("/db", "KEY", "1");
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, "/")) {
      amy.page().locator("nav .count").first().waitFor();
      for (Screen screen : Screen.values()) {
        amy.turnTo(screen);
        Object lines =
            amy.page()
                .evaluate(
                    "() => new Set([...document.querySelectorAll('.top nav a')].map((each) =>"
                        + " each.getBoundingClientRect().top)).size");
        assertThat(lines).as("lines on " + screen).isEqualTo(1);
      }
    }
  }

  @Test
  void a_list_of_policies_says_who_agrees_where_no_policy_says_it() {
    Scene scene = Scene.askingFor(2).governed();
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, Writer.address(scene))) {
      assertThat(ada.page().locator(".agreeing"))
          .containsText("One other admin: 1 of Ada Admin (you), Bob Approver");
      ada.looksRight("list");
    }
  }
}
