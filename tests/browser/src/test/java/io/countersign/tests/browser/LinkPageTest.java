package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.VotingMail;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that a mail's link leads to where its reader may vote with the code in it. */
class LinkPageTest {
  private static final Map<String, String> WITH_CODE = Map.of("linkVoting", "WITH_CODE");
  private static final String WITHOUT = "Vote with the code in your mail";
  private static final String VOID = "This link does not let you vote";
  private static final Route.FulfillOptions TOO_MANY =
      new Route.FulfillOptions()
          .setStatus(429)
          .setContentType("application/json")
          .setBody("{\"message\":\"Too Many Requests\"}");

  private final String value = Text.value();
  private final Scene scene = Scene.askingFor(1, WITH_CODE);

  private Proposal proposes() {
    scene.holds("/db", "{\"PASSWORD\":\"old\"}");
    return scene.proposes("/db", Map.of("set", Map.of("PASSWORD", value, "USER", "app")));
  }

  private static void looksRight(Browser browser, String what) {
    for (Screen screen : Screen.values()) {
      browser.turnTo(screen);
      assertThat(browser.barriers()).as(what + " on " + screen).isEmpty();
    }
  }

  /** Somebody who is not signed in opens the mail's link and goes on to vote. */
  private static Browser opened(VotingMail mail, Screen screen) {
    Browser browser = Browser.open(screen);
    browser.page().navigate(mail.link());
    browser.button(WITHOUT).click();
    return browser;
  }

  private static void types(Browser browser, String code) {
    browser.page().getByLabel("Code in your mail").fill(code);
  }

  @Test
  void its_reader_sees_what_it_is_about_and_votes_in_two_steps() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = Browser.open(Screen.PHONE)) {
      Page page = browser.page();
      page.navigate(mail.link());
      assertThat(browser.heading(proposal.id() + " waits for your vote")).isVisible();
      assertThat(page.url()).endsWith("/requests/" + proposal.id());
      assertThat(page.locator("main")).not().containsText("PASSWORD");
      looksRight(browser, "offer");
      browser.button(WITHOUT).click();
      assertThat(browser.heading("A change")).isFocused();
      assertThat(page.locator("main")).containsText("PASSWORD");
      assertThat(page.locator("main")).containsText("Vote as Amy Approver");
      assertThat(page.locator("main")).not().containsText(value);
      looksRight(browser, "ballot");
      browser.button("Approve").click();
      assertThat(browser.dialog()).hasCount(0);
      types(browser, mail.code());
      browser.button("Approve").click();
      assertThat(browser.dialog()).containsText("Amy Approver");
      looksRight(browser, "confirm");
      assertThat(proposal.seenBy(Person.ADA).body().path("votes")).isEmpty();
      browser.confirm("Approve");
      assertThat(browser.heading("Your vote counts")).isVisible();
      assertThat(page.locator("h1")).isFocused();
      assertThat(page.locator("main")).containsText("With it the request is agreed.");
      looksRight(browser, "done");
      assertThat(kept(browser)).doesNotContain(mail.token()).doesNotContain(mail.code());
      assertThat(browser.complaints()).isEmpty();
    }
    assertThat(proposal.seenBy(Person.ADA).body().at("/votes/0/via").asText()).isEqualTo("mail");
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP, "/requests/" + proposal.id())) {
      assertThat(dan.page().locator("#approvals").locator("..")).containsText("by mail");
    }
  }

  @Test
  void a_page_that_is_loaded_again_still_has_the_link_until_it_is_used() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.PHONE)) {
      assertThat(browser.heading("A change")).isVisible();
      browser.page().reload();
      assertThat(browser.heading(proposal.id() + " waits for your vote")).isVisible();
      assertThat(browser.page().url()).doesNotContain("#");
      browser.button(WITHOUT).click();
      types(browser, mail.code());
      browser.button("Approve").click();
      browser.confirm("Approve");
      assertThat(browser.heading("Your vote counts")).isVisible();
      browser.page().reload();
      assertThat(browser.page().locator("input[name=username]").first()).isVisible();
    }
  }

  @Test
  void a_link_is_forgotten_in_the_tab_when_it_is_void_or_its_reader_signs_in() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = Browser.open(Screen.PHONE)) {
      browser.page().navigate(mail.link());
      browser.button("Sign in").click();
      browser.signIn(Person.AMY);
      assertThat(browser.button("Approve")).isVisible();
      assertThat(kept(browser)).doesNotContain(mail.token());
    }
    proposal.approve(Person.AMY);
    try (Browser browser = opened(mail, Screen.PHONE)) {
      assertThat(browser.heading(VOID)).isVisible();
      assertThat(kept(browser)).doesNotContain(mail.token());
    }
  }

  private static String kept(Browser browser) {
    return browser
        .page()
        .evaluate("() => JSON.stringify([localStorage, sessionStorage, history.state])")
        .toString();
  }

  @Test
  void a_wrong_code_is_told_with_what_is_left_and_the_comment_is_kept() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.DESKTOP)) {
      types(browser, mail.wrong(1));
      browser.button("Reject").click();
      browser.page().getByLabel("Reason (required)").fill("Not on a Friday.");
      browser.confirm("Reject");
      assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("Wrong code");
      assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("4 more tries are left");
      looksRight(browser, "wrong");
      types(browser, mail.code());
      browser.button("Reject").click();
      assertThat(browser.page().getByLabel("Reason (required)")).hasValue("Not on a Friday.");
      browser.confirm("Reject");
      assertThat(browser.heading("You rejected it, and that ends the request")).isVisible();
    }
    assertThat(proposal.status()).isEqualTo("REJECTED");
  }

  @Test
  void a_void_link_leads_on_to_the_sign_in_and_back_to_the_request() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    proposal.approve(Person.AMY);
    try (Browser browser = opened(mail, Screen.PHONE_DARK)) {
      assertThat(browser.heading(VOID)).isFocused();
      looksRight(browser, "void");
      browser.button("Sign in").click();
      browser.signIn(Person.AMY);
      assertThat(browser.page().getByText("You approved").first()).isVisible();
      assertThat(browser.page().url()).endsWith("/requests/" + proposal.id());
    }
  }

  @Test
  void a_link_that_becomes_void_while_it_is_read_says_so_on_the_vote() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.PHONE)) {
      types(browser, mail.code());
      browser.button("Approve").click();
      proposal.reject(Person.BOB);
      browser.dialog().getByLabel("Comment").fill("Looked at it twice.");
      browser.confirm("Approve");
      assertThat(browser.heading(VOID)).isFocused();
      assertThat(browser.page().locator("main")).containsText("Nothing was changed now.");
    }
  }

  @Test
  void a_newer_link_in_the_same_tab_begins_anew() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = Browser.open(Screen.PHONE)) {
      browser.page().navigate(mail.link().replace(mail.token(), "A".repeat(43)));
      browser.button(WITHOUT).click();
      assertThat(browser.heading(VOID)).isVisible();
      browser.page().navigate(mail.link());
      assertThat(browser.heading(proposal.id() + " waits for your vote")).isVisible();
      browser.button(WITHOUT).click();
      assertThat(browser.heading("A change")).isVisible();
    }
  }

  @Test
  void what_was_typed_is_there_for_who_signs_in_instead() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.DESKTOP)) {
      types(browser, mail.code());
      browser.button("Reject").click();
      browser.page().getByLabel("Reason (required)").fill("Not on a Friday.");
      browser.confirm("Cancel");
      browser.button("Sign in instead").click();
      browser.signIn(Person.AMY);
      browser.button("Reject").click();
      assertThat(browser.page().getByLabel("Reason (required)")).hasValue("Not on a Friday.");
    }
  }

  @Test
  void too_many_calls_are_told_with_what_to_do_next() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = Browser.open(Screen.PHONE)) {
      browser.page().route("**/v1/links/inspect", each -> each.fulfill(TOO_MANY));
      browser.page().navigate(mail.link());
      browser.button(WITHOUT).click();
      assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("Try again in a moment.");
      browser.page().unroute("**/v1/links/inspect");
      browser.button("Try again").click();
      assertThat(browser.heading("A change")).isVisible();
    }
  }

  @Test
  void a_vote_that_was_not_answered_is_not_cast_twice_by_whoever_begins_again() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.PHONE)) {
      types(browser, mail.code());
      browser.losesAnAnswer();
      browser.button("Approve").click();
      browser.confirm("Approve");
      assertThat(browser.dialog()).containsText("No answer from Countersign");
      browser.confirm("Cancel");
      browser.button("Approve").click();
      browser.confirm("Approve");
      assertThat(browser.heading("Your vote counts")).isVisible();
    }
    assertThat(proposal.seenBy(Person.ADA).body().path("timeline").findValuesAsText("type"))
        .containsOnlyOnce("Voted");
  }

  @Test
  void a_void_link_after_an_unanswered_vote_does_not_say_that_nothing_was_changed() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    try (Browser browser = opened(mail, Screen.PHONE)) {
      types(browser, mail.code());
      browser.losesAnAnswer();
      browser.button("Approve").click();
      browser.confirm("Approve");
      assertThat(browser.dialog()).containsText("No answer from Countersign");
      browser.dialog().getByLabel("Comment").fill("Another word.");
      browser.confirm("Approve");
      assertThat(browser.heading(VOID)).isVisible();
      assertThat(browser.page().locator("main")).containsText("it may count");
    }
  }

  @Test
  void whoever_is_signed_in_acts_as_themselves_whomever_the_mail_was_for() {
    Proposal proposal = proposes();
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    for (Person forwarded : List.of(Person.DAN, Person.EVE)) {
      try (Browser browser = Browser.of(forwarded, Screen.DESKTOP, "/")) {
        assertThat(browser.page().locator("main h1")).isVisible();
        browser.page().navigate("about:blank");
        browser.page().navigate(mail.link());
        assertThat(browser.page().locator("main h1")).isVisible();
        assertThat(browser.page().url()).doesNotContain("#");
        assertThat(browser.button(WITHOUT)).hasCount(0);
        assertThat(browser.button("Approve")).hasCount(0);
      }
    }
    try (Browser bob = Browser.of(Person.BOB, Screen.DESKTOP, "/")) {
      assertThat(bob.page().locator("main h1")).isVisible();
      bob.page().navigate("about:blank");
      bob.page().navigate(mail.link());
      bob.button("Approve").click();
      bob.confirm("Approve");
      assertThat(bob.page().getByText("You approved").first()).isVisible();
    }
    assertThat(proposal.seenBy(Person.ADA).body().path("votes").findValuesAsText("id"))
        .containsExactly("bob");
    assertThat(World.anonymous().post("v1/links/inspect", mail.inspection()).status())
        .isEqualTo(200);
  }
}
