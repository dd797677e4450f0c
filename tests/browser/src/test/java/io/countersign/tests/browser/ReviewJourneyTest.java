package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An approver opens the link of a mail, signs in, comes back to it, decides and merges. */
class ReviewJourneyTest {
  private static final String VALUE = "browser-never-shows-this";

  @Test
  void the_link_of_a_mail_leads_over_sign_in_back_to_the_request_and_nothing_happens_unclicked() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"PASSWORD\":\"old\",\"HOST\":\"db\"}");
    Proposal proposal =
        scene.proposes("/db", Map.of("set", Map.of("PASSWORD", VALUE, "USER", "app")));
    try (Browser browser = Browser.open(Screen.PHONE)) {
      Page page = browser.page();
      page.navigate(link(proposal));
      browser.signIn(Person.AMY);
      assertThat(page.getByRole(AriaRole.HEADING, heading("A change"))).isVisible();
      assertThat(page.url()).endsWith("/requests/" + proposal.id());
      assertThat(page.locator("main")).containsText("PASSWORD");
      assertThat(page.locator("main")).containsText("USER");
      assertThat(page.locator("main")).not().containsText(VALUE);
      assertThat(proposal.seenBy(Person.ADA).body().path("votes")).isEmpty();

      button(page, "Approve").first().click();
      button(dialog(page), "Approve").click();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> proposal.seenBy(Person.ADA).body().path("agreed").asBoolean());
      button(page, "Merge").first().click();
      button(dialog(page), "Merge").click();
      proposal.until(seen -> seen.path("status").asText().equals("MERGED"));
      assertThat(World.SECRETS.text(scene.secret("/db"))).contains(VALUE).contains("\"db\"");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_vote_is_the_signed_in_persons_whoever_the_mail_was_for() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    try (Browser browser = Browser.open(Screen.DESKTOP_DARK)) {
      browser.page().navigate(link(proposal));
      browser.signIn(Person.DAN);
      assertThat(browser.page().getByRole(AriaRole.HEADING, heading("A change"))).isVisible();
      assertThat(browser.page().locator("body")).containsText("Dan Developer");
      assertThat(button(browser.page(), "Approve")).hasCount(0);
      assertThat(proposal.seenBy(Person.ADA).body().path("votes")).isEmpty();
    }
  }

  @Test
  void a_stranger_is_told_who_they_are_and_sees_nothing() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    try (Browser browser = Browser.open(Screen.DESKTOP_DARK)) {
      browser.page().navigate(link(proposal));
      browser.signIn(Person.EVE);
      assertThat(browser.page().locator("body"))
          .containsText(World.stack().people().subject(Person.EVE));
      assertThat(browser.page().locator("body")).not().containsText("A change");
      assertThat(browser.page().locator("main")).containsText("they must open it");
      assertThat(button(browser.page(), "Ask to join")).isVisible();
      assertThat(button(browser.page(), "Become the first admin")).hasCount(0);
    }
  }

  private static String link(Proposal proposal) {
    return World.stack().dashboard() + "/requests/" + proposal.id();
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name).setLevel(1);
  }

  private static Locator dialog(Page page) {
    return page.locator("dialog[open]");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }
}
