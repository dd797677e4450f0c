package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of policies: what a project's policies say, and how they come and go. */
class PoliciesTest {
  private static Map<String, Object> with(Scene scene, Map<String, ?> terms) {
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(1));
    policy.putAll(terms);
    return policy;
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void who_may_write_policies_and_nothing_else_makes_the_guides_policy_and_it_holds(Screen screen) {
    Scene scene = Scene.unprotected();
    try (Writer bob = Writer.at(scene, screen, "")) {
      assertThat(bob.page().locator("main")).containsText("every change merges at once");
      bob.page().getByText("Write the first policy").click();
      assertThat(bob.page().getByText("Change policy").first()).isVisible();
      bob.field("Name").fill("Production");
      bob.field("Approvals needed").fill("2");
      bob.choose(bob.approvers(), "ada");
      bob.choose(bob.approvers(), scene.project());
      assertThat(bob.preview()).containsText("2 of 3: Ada Admin, Amy Approver, Bob Approver (you)");
      assertThat(bob.preview()).containsText("Nothing protects it: a change merges at once.");
      bob.toggle("Bypass").check();
      bob.choose(bob.bypassers(), "dan");
      bob.field("A request expires after").fill("3");
      bob.save();
      bob.browser().heading("Production").waitFor();
      assertThat(bob.page().locator(".says")).containsText("2 of Ada Admin, group Approvers");
      assertThat(bob.page().locator(".says")).containsText("Dan Developer, for their own requests");
      assertThat(bob.page().locator(".timeline")).containsText("Bob Approver wrote the policy");
      JsonNode policy = bob.policies().get(0);
      assertThat(policy.at("/targets/0/path").asText()).isEqualTo("/**");
      assertThat(policy.at("/requirements/0/approvals").asInt()).isEqualTo(2);
      assertThat(policy.at("/requirements/0/groups/0").asText()).isEqualTo(scene.project());
      assertThat(policy.path("selfApproval").asBoolean()).isFalse();
      assertThat(policy.path("pendingFor").asText()).isEqualTo("PT72H");
      assertThat(policy.at("/bypass/people/0").asText()).isEqualTo("dan");
      assertThat(bob.browser().complaints()).isEmpty();
    }
    Proposal proposal = scene.proposes("/db", "KEY", "1");
    assertThat(proposal.seenBy(Person.DAN).text("/status")).isEqualTo("OPEN");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_list_says_who_must_approve_where_and_what_else_holds(Screen screen) {
    Scene scene = Scene.unprotected();
    scene.policy(with(scene, Map.of("bypass", Map.of("who", "ANYONE"), "selfApproval", true)));
    try (Writer bob = Writer.at(scene, screen, "")) {
      Locator row = bob.page().locator(".policies li");
      assertThat(row).containsText("prod /**");
      assertThat(row).containsText("Needs 1 of group Approvers");
      assertThat(row).containsText("anyone may bypass");
      assertThat(row).containsText("Approvers may approve their own requests");
      assertThat(row).containsText("one rejection ends a request");
      assertThat(row).containsText("expires after 14 days");
      assertThat(bob.page().getByLabel("Main").getByText("Policies"))
          .hasAttribute("aria-current", "page");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void an_edit_keeps_what_is_not_touched_and_says_what_it_lowers_and_whom_it_beats(Screen screen) {
    Scene scene = Scene.unprotected();
    scene.policy(with(scene, Map.of("name", "Whole")));
    Map<String, Object> terms =
        Map.of(
            "name",
            "Narrow",
            "requirements",
            List.of(Map.of("approvals", 2, "groups", List.of(scene.project()))),
            "targets",
            List.of(Map.of("environment", "prod", "path", "/web/**")),
            "mergeWithin",
            "PT90M",
            "reminders",
            Map.of("after", "PT1H", "every", "PT36H", "atMost", 4));
    String path = scene.policy(with(scene, terms));
    String page = path.substring(path.lastIndexOf('/'));
    try (Writer bob = Writer.at(scene, screen, page)) {
      bob.page().getByText("Edit").click();
      assertThat(bob.preview()).containsText("“Whole” counts there today");
      bob.field("Approvals needed").fill("1");
      bob.save();
      Locator follows = bob.page().locator(".aftermath");
      follows.waitFor();
      assertThat(follows).containsText("approvals needed: 1 instead of 2");
      assertThat(follows).containsText("this policy alone counts, and \"Whole\" no longer does");
      assertThat(bob.page().locator(".timeline"))
          .containsText("1 of group Approvers (before: 2 of group Approvers)");
      JsonNode now = World.as(Person.ADA).get(path).body();
      assertThat(now.path("mergeWithin").asText()).isEqualTo("PT1H30M");
      assertThat(now.at("/reminders/every").asText()).isEqualTo("PT36H");
      assertThat(now.at("/targets/0/path").asText()).isEqualTo("/web/**");
      assertThat(bob.browser().complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_deletion_says_what_counts_instead_and_leaves_its_history(Screen screen) {
    Scene scene = Scene.unprotected();
    scene.policy(with(scene, Map.of("name", "Whole")));
    Object exact = List.of(Map.of("environment", "prod", "path", "/db"));
    String path = scene.policy(with(scene, Map.of("name", "Exact", "targets", exact)));
    String page = path.substring(path.lastIndexOf('/'));
    try (Writer bob = Writer.at(scene, screen, page)) {
      bob.browser().button("Delete").click();
      assertThat(bob.browser().dialog()).containsText("“Whole” counts instead.");
      assertThat(bob.browser().dialog()).containsText("Open requests keep it");
      bob.browser().confirm("Delete the policy");
      bob.page().locator(".aftermath").waitFor();
      assertThat(bob.page().locator(".aftermath")).containsText("this policy no longer counts");
      assertThat(bob.page().locator(".policies li")).hasCount(1);
      bob.page().navigate(World.stack().dashboard() + Writer.address(scene) + page);
      bob.settles();
      assertThat(bob.page().locator(".timeline")).containsText("Bob Approver deleted the policy");
      assertThat(bob.browser().button("Delete")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void who_may_not_write_policies_reads_them_and_is_told_why_and_who_may(Screen screen) {
    Scene scene = Scene.askingFor(1);
    try (Browser dan = Browser.of(Person.DAN, screen, Writer.address(scene))) {
      assertThat(dan.page().locator("main")).containsText("needs the permission policies:write");
      assertThat(dan.page().locator("main")).containsText("Ada Admin");
      assertThat(dan.page().getByText("New policy")).hasCount(0);
      dan.page().locator(".policies li a").click();
      assertThat(dan.heading("What it says")).isVisible();
      assertThat(dan.button("Delete")).hasCount(0);
      dan.page().navigate(World.stack().dashboard() + Writer.address(scene) + "/new");
      assertThat(dan.page().locator("main")).containsText("needs the permission policies:write");
      assertThat(dan.button("Save")).hasCount(0);
    }
  }
}
