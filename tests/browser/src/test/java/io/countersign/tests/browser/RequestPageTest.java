package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.FailedMerge;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that people do on the page of a request. */
class RequestPageTest {
  private static final String VALUE = "page-never-shows-this";
  private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);
  private static final Route.FulfillOptions ENDED = new Route.FulfillOptions().setStatus(401);

  private static Browser of(Person person, Screen screen, Proposal proposal) {
    return Browser.of(person, screen, "/requests/" + proposal.id());
  }

  @Test
  void an_approval_merges_at_once_where_that_is_asked_and_the_open_page_follows() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    try (Browser amy = of(Person.AMY, Screen.PHONE_DARK, proposal)) {
      amy.button("Approve").click();
      amy.dialog().getByLabel("Merge it at once if nothing else is missing").check();
      amy.confirm("Approve and merge");
      assertThat(amy.heading("Merged")).isVisible();
      assertThat(amy.page().locator(".readiness")).containsText("Amy Approver merged it");
      assertThat(amy.page().locator("main")).containsText("the merge wrote them");
      assertThat(World.SECRETS.text(scene.secret("/db"))).contains(VALUE);
      assertThat(amy.complaints()).isEmpty();
    }
  }

  @Test
  void whom_a_request_is_not_shown_is_told_what_to_do_and_not_whether_it_is_there() {
    Scene scene = Scene.unprotected();
    scene.policy(scene.asking("bob"));
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    String missing = scene.project() + "-999";
    List<String> told =
        Stream.of(proposal.id(), missing).map(RequestPageTest::toldToAmy).distinct().toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .contains("signed in as Amy Approver, amy@example.com", "they must open it")
        .contains("ask an admin for a role in the project " + scene.project());
  }

  /** What Amy reads, with the name of the request left out. */
  private static String toldToAmy(String request) {
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, "/requests/" + request)) {
      assertThat(amy.heading("There is no such request, or you may not see it")).isFocused();
      assertThat(amy.button("Sign in as somebody else")).isVisible();
      assertThat(amy.barriers()).isEmpty();
      amy.turnTo(Screen.DESKTOP_DARK);
      assertThat(amy.barriers()).isEmpty();
      return amy.page().locator("main").innerText().replace(request, "…");
    }
  }

  @Test
  void a_vote_is_taken_back_and_may_be_cast_again() {
    Proposal proposal = Scene.askingFor(2).proposes("/db", "KEY", VALUE);
    try (Browser amy = of(Person.AMY, Screen.PHONE, proposal)) {
      amy.button("Approve").click();
      amy.confirm("Approve");
      assertThat(amy.page().getByText("You approved", EXACT)).isVisible();
      assertThat(amy.button("Approve")).hasCount(0);
      assertThat(amy.page().locator("h1")).isFocused();
      amy.button("Retract").click();
      amy.confirm("Take it back");
      assertThat(amy.button("Approve")).isVisible();
      assertThat(proposal.seenBy(Person.ADA).body().path("votes")).isEmpty();
    }
  }

  @Test
  void
      a_bypass_says_what_is_missing_who_stands_against_it_and_who_is_told_and_is_looked_at_later() {
    Scene scene = Scene.askingFor(2, Map.of("bypass", Map.of("who", "ANYONE"), "declineAfter", 2));
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    proposal.reject(Person.AMY);
    try (Browser dan = of(Person.DAN, Screen.DESKTOP, proposal)) {
      dan.button("Bypass the approvers").click();
      assertThat(dan.dialog()).containsText("Amy Approver rejected it: as seen");
      assertThat(dan.dialog()).containsText("Told at once");
      assertThat(dan.dialog()).containsText("Bob Approver");
      Locator why = dan.dialog().getByLabel("Why it cannot wait (required)");
      why.fill("short");
      dan.confirm("Bypass and merge");
      assertThat(dan.dialog()).isVisible();
      assertThat(proposal.status()).isEqualTo("OPEN");
      why.fill("The provider has leaked it.");
      dan.confirm("Bypass and merge");
      proposal.untilIt("BYPASSED");
      assertThat(dan.heading("Merged without its approvers")).isVisible();
      assertThat(dan.page().getByText("not reviewed", EXACT).first()).isVisible();
      assertThat(dan.button("Acknowledge the bypass")).hasCount(0);
      assertThat(dan.page().getByText("Why you cannot acknowledge it")).isVisible();
      assertThat(dan.complaints()).isEmpty();
    }
    try (Browser bob = of(Person.BOB, Screen.PHONE, proposal)) {
      bob.button("Acknowledge the bypass").click();
      assertThat(bob.dialog()).containsText("The provider has leaked it.");
      bob.dialog().getByLabel("Comment").fill("Rotated again since.");
      bob.confirm("I have looked at it");
      assertThat(bob.page().locator("main")).containsText("by Bob Approver");
      assertThat(bob.page().getByText("not reviewed", EXACT)).hasCount(0);
    }
  }

  @Test
  void after_a_conflict_the_author_rebases_and_the_approver_sees_what_changed_since_their_vote() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    proposal.approve(Person.AMY);
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    try (Browser dan = of(Person.DAN, Screen.PHONE, proposal)) {
      dan.button("Merge").click();
      dan.confirm("Merge");
      assertThat(dan.dialog()).containsText("KEY");
      dan.confirm("Cancel");
      assertThat(dan.heading("The last merge applied nothing")).isVisible();
      dan.button("Rebase").click();
      dan.confirm("Rebase");
      assertThat(dan.page().locator("main")).containsText("revision 2");
      assertThat(dan.heading("The last merge applied nothing")).hasCount(0);
    }
    try (Browser amy = of(Person.AMY, Screen.DESKTOP, proposal)) {
      assertThat(amy.heading("Changed since your vote")).isVisible();
      assertThat(amy.page().locator("main")).containsText("You voted on revision 1");
      assertThat(amy.page().locator("main")).containsText("The keys are the same.");
    }
  }

  @Test
  void an_author_revises_in_place_and_no_value_that_stays_is_sent_again() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal =
        scene.proposes("/db", Map.of("set", Map.of("KEPT", VALUE, "GONE", "1", "OTHER", "2")));
    try (Browser dan = of(Person.DAN, Screen.PHONE, proposal)) {
      StringBuilder sent = new StringBuilder();
      dan.page().onRequest(each -> sent.append(each.postData() == null ? "" : each.postData()));
      dan.page().getByText("Revise", EXACT).click();
      assertThat(dan.heading("Revise “A change”")).isVisible();
      dan.page().getByLabel("Title").fill("A better change");
      dan.button("Take out GONE").click();
      dan.button("Replace value OTHER").click();
      dan.page().getByLabel("New value of OTHER").fill("line\none");
      dan.button("Set a key").click();
      dan.page().getByLabel("Key to set").fill("NEW");
      dan.page().getByLabel("Value", LABEL).fill("fresh");
      dan.button("Submit the revision").click();
      assertThat(dan.heading("A better change")).isVisible();
      assertThat(dan.page().locator("main")).containsText("NEW");
      assertThat(dan.page().locator("main")).not().containsText("GONE");
      assertThat(sent.toString()).contains("fresh").doesNotContain(VALUE);
      assertThat(dan.complaints()).isEmpty();
    }
    Proposal revised = new Proposal(proposal.id(), proposal.seenBy(Person.AMY).text("/digest"));
    revised.approve(Person.AMY);
    assertThat(revised.merge(Person.DAN).text("/status")).isEqualTo("MERGED");
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .contains("\"KEPT\":\"" + VALUE + "\"", "\"OTHER\":\"line\\none\"", "\"NEW\":\"fresh\"")
        .doesNotContain("GONE");
  }

  @Test
  void what_is_typed_for_a_revision_outlives_a_revision_by_somebody_else() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    try (Browser dan =
        Browser.of(Person.DAN, Screen.DESKTOP, "/requests/" + proposal.id() + "/revise")) {
      dan.button("Replace value KEY").click();
      dan.page().getByLabel("New value of KEY").fill("typed");
      Amended.to(proposal, "/db", Map.of("set", Map.of("KEY", "theirs"))).madeBy(Person.DAN);
      dan.button("Submit the revision").click();
      assertThat(dan.page().locator("main")).containsText("was replaced by revision 2");
      dan.button("Go on from revision 2").click();
      assertThat(dan.page().getByLabel("New value of KEY")).hasValue("typed");
      dan.button("Submit the revision").click();
      assertThat(dan.page().locator("main")).containsText("revision 3");
    }
  }

  @Test
  void what_is_typed_outlives_a_sign_in_that_ends_and_lies_in_no_storage_afterwards() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", VALUE);
    try (Browser dan =
        Browser.of(Person.DAN, Screen.PHONE, "/requests/" + proposal.id() + "/revise")) {
      dan.button("Replace value KEY").click();
      dan.page().getByLabel("New value of KEY").fill("typed");
      dan.page().route("**/revisions", each -> each.fulfill(ENDED));
      dan.button("Submit the revision").click();
      dan.button("Sign in again").last().click();
      dan.signIn(Person.DAN);
      assertThat(dan.page().getByLabel("New value of KEY")).hasValue("typed");
      assertThat(dan.page().evaluate("() => Object.values(sessionStorage).join()").toString())
          .doesNotContain("typed");
      dan.page().unroute("**/revisions");
      dan.button("Submit the revision").click();
      assertThat(dan.page().locator("main")).containsText("revision 2");
    }
  }

  @Test
  void a_revealed_value_is_text_with_all_its_characters_and_gone_when_the_tab_is_left() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"<b>old</b>\\u202e\"}");
    Proposal proposal = scene.proposes("/db", "KEY", "new\n\tvalue");
    try (Browser ada = of(Person.ADA, Screen.PHONE, proposal)) {
      ada.button("Reveal KEY").click();
      Locator now = ada.page().getByLabel("KEY now");
      assertThat(now).hasText("<b>old</b>⟨U+202E⟩");
      assertThat(ada.page().getByLabel("KEY after the merge")).containsText("↵");
      assertThat(ada.page().locator(".timeline")).containsText("Ada Admin looked at a value");
      ada.leaveTab();
      assertThat(now).hasCount(0);
      assertThat(ada.complaints()).isEmpty();
    }
    try (Browser amy = of(Person.AMY, Screen.DESKTOP, proposal)) {
      assertThat(amy.heading("1 changed key")).isVisible();
      assertThat(amy.button("Reveal KEY")).hasCount(0);
    }
  }

  @Test
  void a_value_that_was_there_before_the_merge_is_shown_no_more_once_it_is_merged() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", VALUE);
    proposal.approve(Person.AMY);
    try (Browser ada = of(Person.ADA, Screen.DESKTOP, proposal)) {
      ada.button("Reveal KEY").click();
      assertThat(ada.page().getByLabel("KEY now")).hasText("old");
      proposal.merge(Person.DAN);
      assertThat(ada.heading("Merged")).isVisible();
      assertThat(ada.page().getByLabel("KEY now")).hasCount(0);
    }
  }

  @Test
  void a_failed_merge_says_what_is_live_and_is_undone() {
    FailedMerge merge = FailedMerge.happens();
    World.SECRETS.allow(merge.scene().secret("/a"));
    try (Browser amy = of(Person.AMY, Screen.PHONE, merge.proposal())) {
      assertThat(amy.heading("Merged in part")).isVisible();
      Locator remaining = amy.page().locator(".readiness .remaining li");
      assertThat(remaining.nth(0)).containsText("live");
      assertThat(remaining.nth(0)).containsText("/a");
      assertThat(remaining.nth(1)).containsText("not live");
      amy.button("Undo the merge").click();
      assertThat(amy.dialog()).containsText("What others wrote stays.");
      amy.confirm("Undo it");
      assertThat(amy.heading("The last merge applied nothing")).isVisible();
      assertThat(World.SECRETS.text(merge.scene().secret("/a"))).isEqualTo(FailedMerge.OLD);
    }
  }
}
