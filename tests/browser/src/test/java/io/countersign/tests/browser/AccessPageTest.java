package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Access for a limited time in the dashboard: asked for, agreed to, held, prolonged and ended. */
class AccessPageTest {
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);
  private static final Route.FulfillOptions ENDED = new Route.FulfillOptions().setStatus(401);
  private static final String GIVEN = "The access";

  private final Scene scene = scene();

  private static Scene scene() {
    Scene made = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(made.policyBody(1));
    policy.put("kind", "ACCESS");
    policy.put("name", "Databases");
    policy.put("targets", List.of(Map.of("environment", "prod", "path", "/db/**")));
    policy.put("maxDuration", "PT2H");
    made.policy(policy);
    return made;
  }

  private Proposal asked(Map<String, ?> more) {
    Map<String, Object> body = new TreeMap<>();
    body.put("project", scene.project());
    body.put("environment", "prod");
    body.put("path", "/db/**");
    body.put("actions", List.of("secrets:reveal"));
    body.put("duration", "PT1H");
    body.put("reason", "The nightly job cannot sign in.");
    body.putAll(more);
    return Proposal.of(World.as(Person.DAN).post("v1/access-requests", body));
  }

  private Proposal granted() {
    Proposal proposal = asked(Map.of());
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).text("/status")).isEqualTo("MERGED");
    return proposal;
  }

  private static Browser of(Person person, Screen screen, Proposal proposal) {
    return Browser.of(person, screen, "/requests/" + proposal.id());
  }

  private Browser asking(Person person, Screen screen) {
    return Browser.of(person, screen, "/access/ask?project=" + scene.project());
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, LABEL);
  }

  private static Locator choice(Browser browser, String label) {
    return browser
        .page()
        .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  @Test
  void it_is_asked_for_by_the_form_approved_for_less_given_with_the_merge_and_ended() {
    String id;
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, "/")) {
      dan.link("Access").click();
      assertThat(dan.heading("Access")).isVisible();
      dan.link("Ask for access").click();
      choice(dan, "Project").selectOption(scene.project());
      field(dan, "Path").fill("/db/**");
      assertThat(dan.page().locator("form"))
          .containsText("“Databases” lets it last 2 hours at most");
      field(dan, "How long").fill("2");
      field(dan, "Reason (required)").fill("The nightly job cannot sign in.");
      dan.button("Ask for it").click();
      assertThat(dan.heading("Reveal values of prod:/db/**")).isVisible();
      assertThat(dan.page().locator(".diff")).containsText("2 hours");
      assertThat(dan.page().locator("main")).containsText("asked for access");
      id = dan.page().url().replaceAll(".*/", "");
      assertThat(dan.complaints()).isEmpty();
    }
    Proposal proposal = new Proposal(id, "");
    try (Browser amy = of(Person.AMY, Screen.PHONE, proposal)) {
      amy.button("Approve").click();
      assertThat(amy.dialog()).containsText("reveal values in prod /db/** for 2 hours at most");
      Locator most = field(amy, "For at most");
      most.fill("3");
      assertThat(amy.dialog()).containsText("No longer than is asked for: 2 hours.");
      amy.confirm("Approve");
      assertThat(amy.dialog()).isVisible();
      choice(amy, "For at most, unit").selectOption("minute");
      most.fill("30");
      amy.looksRight("approve");
      amy.confirm("Approve");
      assertThat(amy.dialog()).hasCount(0);
      assertThat(amy.page().locator("main")).containsText("for 30 minutes at most");
      amy.looksRight("open request");
      amy.button("Merge").click();
      assertThat(amy.dialog()).containsText("The access begins at once.");
      amy.confirm("Merge");
      assertThat(amy.heading("Merged")).isVisible();
      assertThat(field(amy, GIVEN)).containsText("active");
      assertThat(amy.page().locator("main")).containsText("Access is given");
      JsonNode grant = proposal.seenBy(Person.AMY).body().path("grant");
      assertThat(grant.path("state").asText()).isEqualTo("ACTIVE");
      assertThat(amy.complaints()).isEmpty();
    }
    try (Browser dan = of(Person.DAN, Screen.PHONE, proposal)) {
      assertThat(dan.link("Ask for more time")).isVisible();
      dan.looksRight("given");
      dan.button("End the access").click();
      dan.looksRight("end");
      dan.dialog().getByLabel("Reason").fill("It runs again.");
      dan.confirm("End it now");
      assertThat(field(dan, GIVEN)).containsText("ended");
      assertThat(field(dan, GIVEN)).containsText("Dan Developer ended it");
      assertThat(dan.page().locator(".timeline")).containsText("It runs again.");
      assertThat(dan.button("End the access")).hasCount(0);
      assertThat(dan.link("Ask for it again")).isVisible();
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void a_list_shows_ones_own_access_and_everybodys_and_leads_to_its_requests() {
    Proposal proposal = granted();
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, "/access")) {
      Locator first = dan.page().locator(".rows li").first();
      assertThat(first).containsText("active");
      assertThat(first).containsText("Dan Developer (you) may reveal values in prod /db/**");
      assertThat(dan.page().getByLabel("Main").getByText("Access"))
          .hasAttribute("aria-current", "page");
      dan.looksRight("access");
    }
    String all = "/access?whose=all&project=" + scene.project();
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, all)) {
      assertThat(ada.page().locator(".rows li")).hasCount(1);
      ada.link("Mine").click();
      assertThat(ada.page().locator("main")).containsText("You were given no access for a time");
      ada.link("Everybody’s").click();
      ada.page().locator(".rows a").click();
      assertThat(ada.page()).hasURL(Pattern.compile(proposal.id() + "$"));
    }
  }

  @Test
  void what_cannot_be_asked_for_is_told_at_its_field_and_the_same_twice_leads_to_what_waits() {
    try (Browser dan = asking(Person.DAN, Screen.PHONE)) {
      field(dan, "Path").fill("/db/**");
      field(dan, "How long").fill("3");
      field(dan, "Reason (required)").fill("Why");
      dan.button("Ask for it").click();
      assertThat(field(dan, "How long")).isFocused();
      assertThat(field(dan, "How long"))
          .hasAccessibleDescription(Pattern.compile("lets access last 2 hours at most"));
      dan.looksRight("ask");
      field(dan, "How long").fill("1");
      assertThat(dan.page().locator("form [aria-invalid]")).hasCount(0);
      Proposal proposal = asked(Map.of());
      dan.button("Ask for it").click();
      dan.link("Look at " + proposal.id()).click();
      assertThat(dan.heading("Reveal values of prod:/db/**")).isVisible();
    }
    try (Browser dan = asking(Person.DAN, Screen.DESKTOP)) {
      field(dan, "Path").fill("/web");
      dan.button("Ask for it").click();
      assertThat(field(dan, "Path")).isFocused();
      assertThat(dan.page().locator("form .notice")).containsText("Ada Admin");
    }
  }

  @Test
  void what_is_typed_outlives_a_reload_and_a_sign_in_that_ends() {
    try (Browser dan = asking(Person.DAN, Screen.PHONE)) {
      field(dan, "Path").fill("/db/main");
      field(dan, "Reason (required)").fill("Why");
      dan.page().reload();
      assertThat(field(dan, "Path")).hasValue("/db/main");
      dan.page().route("**/v1/access-requests", each -> each.fulfill(ENDED));
      dan.button("Ask for it").click();
      dan.button("Sign in again").last().click();
      dan.signIn(Person.DAN);
      assertThat(field(dan, "Path")).hasValue("/db/main");
      dan.page().unroute("**/v1/access-requests");
      dan.button("Ask for it").click();
      assertThat(dan.heading("Reveal values of prod:/db/main")).isVisible();
    }
  }

  @Test
  void an_author_asks_for_other_access_instead_and_the_approver_sees_what_is_another() {
    Proposal proposal = asked(Map.of());
    proposal.approve(Person.AMY);
    try (Browser dan = of(Person.DAN, Screen.PHONE, proposal)) {
      dan.link("Revise").click();
      assertThat(field(dan, "Path")).hasValue("/db/**");
      assertThat(field(dan, "How long")).hasValue("1");
      field(dan, "Path").fill("/db/main");
      dan.looksRight("revise");
      dan.button("Submit the revision").click();
      assertThat(dan.heading("Reveal values of prod:/db/main")).isVisible();
      assertThat(dan.page().locator("main")).containsText("revision 2");
    }
    try (Browser amy = of(Person.AMY, Screen.DESKTOP, proposal)) {
      assertThat(amy.heading("Changed since your vote")).isVisible();
      assertThat(amy.page().locator("main")).containsText("New: reveal values in prod /db/main.");
    }
  }

  @Test
  void whoever_has_it_asks_for_more_time_and_the_request_says_of_what() {
    Proposal proposal = granted();
    try (Browser dan = of(Person.DAN, Screen.PHONE, proposal)) {
      dan.link("Ask for more time").click();
      assertThat(dan.page().locator("form")).containsText("To reveal values in prod /db/**");
      field(dan, "How much longer").fill("30");
      choice(dan, "How much longer, unit").selectOption("minute");
      field(dan, "Reason (required)").fill("It takes longer.");
      dan.button("Ask for it").click();
      assertThat(dan.heading("Access that is to last longer")).isVisible();
      assertThat(dan.page().locator(".diff")).containsText("30 minutes more");
      assertThat(dan.page().locator(".diff").getByRole(AriaRole.LINK)).hasText(proposal.id());
    }
  }

  @Test
  void where_values_are_not_shown_the_secrets_lead_to_the_form_with_the_place_filled_in() {
    scene.holds("/db/main", "{\"KEY\":\"1\"}");
    scene.holds("/web", "{\"KEY\":\"1\"}");
    String page = "/secrets?project=" + scene.project();
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, page)) {
      assertThat(dan.page().locator(".document")).hasCount(2);
      assertThat(dan.page().getByText("Ask for access")).hasCount(1);
      dan.page().getByText("Ask for access").click();
      assertThat(field(dan, "Path")).hasValue("/db/main");
      assertThat(choice(dan, "Environment")).hasValue("prod");
    }
  }

  @Test
  void an_access_policy_is_written_by_the_form_and_says_what_is_of_access_only() {
    Scene bare = Scene.unprotected();
    try (Writer bob = Writer.at(bare, Screen.PHONE, "/new")) {
      bob.toggle("Votes by mail").waitFor();
      bob.page().locator("[name=kind][value=ACCESS]").check();
      assertThat(bob.toggle("Votes by mail")).hasCount(0);
      assertThat(bob.toggle("Approvers may reveal")).hasCount(0);
      bob.field("Name").fill("Access to production");
      bob.choose(bob.approvers(), bare.project());
      bob.field("Access lasts at most").fill("4");
      bob.toggle("A reason must be given").uncheck();
      assertThat(bob.preview()).containsText("1 of 2: Amy Approver, Bob Approver (you)");
      assertThat(bob.preview()).not().containsText("Today");
      bob.browser().looksRight("form");
      bob.save();
      bob.browser().heading("Access to production").waitFor();
      Locator says = bob.page().locator(".says");
      assertThat(says).containsText("4 hours at most");
      assertThat(says).not().containsText("Vote by mail");
      bob.browser().looksRight("policy");
      JsonNode policy = bob.policies().get(0);
      assertThat(policy.path("kind").asText()).isEqualTo("ACCESS");
      assertThat(policy.path("maxDuration").asText()).isEqualTo("PT4H");
      assertThat(policy.path("reasonRequired").asBoolean()).isFalse();
      bob.browser().link("Edit").click();
      assertThat(bob.page().locator("[name=kind]")).hasCount(1);
      assertThat(bob.field("Access lasts at most")).hasValue("4");
      assertThat(bob.browser().complaints()).isEmpty();
    }
  }
}
