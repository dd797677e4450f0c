package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of requests: what waits comes first, and every list has an address. */
class ApprovalsTest {
  /** So many requests are shown at once. */
  private static final int PAGE = 25;

  private static Locator row(Browser browser, Proposal proposal) {
    return browser.page().locator(".rows a[href='/requests/" + proposal.id() + "']");
  }

  private static Locator tab(Browser browser, String name) {
    return browser
        .page()
        .getByLabel("Lists of requests")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  @Test
  void what_waits_for_whoever_signs_in_comes_first_with_its_number_and_how_far_it_has_come() {
    Scene scene = Scene.askingFor(2);
    Proposal proposal = scene.proposes("/db", "KEY", "1");
    proposal.approve(Person.AMY);
    String list = "/?project=" + scene.project();
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, list)) {
      assertThat(row(bob, proposal)).containsText("needs your vote");
      assertThat(row(bob, proposal)).containsText("1 of 2 approvals");
      assertThat(
              bob.page()
                  .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("waiting for you")))
          .isVisible();
      assertThat(bob.page())
          .hasTitle(java.util.regex.Pattern.compile("^\\(\\d+\\+?\\) Approvals.*"));
    }
    try (Browser amy = Browser.of(Person.AMY, Screen.DESKTOP_DARK, list)) {
      assertThat(amy.page().locator("main")).containsText("No request matches.");
      tab(amy, "Open").click();
      assertThat(row(amy, proposal)).containsText("you approved");
      assertThat(amy.page().url()).endsWith("/?project=" + scene.project() + "&status=OPEN");
    }
  }

  @Test
  void an_open_request_says_to_all_that_it_is_ready_to_merge_and_every_tab_fits_a_phone() {
    Scene scene = Scene.askingFor(1);
    Proposal ready = scene.proposes("/db", "KEY", "1");
    Proposal waiting = scene.proposes("/db", "OTHER", "1");
    ready.approve(Person.AMY);
    String list = "/?project=" + scene.project() + "&status=OPEN";
    try (Browser bob = Browser.of(Person.BOB, Screen.PHONE, list)) {
      assertThat(row(bob, ready)).containsText("ready to merge");
      assertThat(row(bob, waiting)).not().containsText("ready to merge");
      assertThat(
              bob.page().locator(".tabs a").all().stream()
                  .allMatch(
                      each -> {
                        BoundingBox box = each.boundingBox();
                        return box.x >= 0 && box.x + box.width <= Screen.PHONE.width();
                      }))
          .isTrue();
      assertThat(bob.barriers()).isEmpty();
    }
  }

  @Test
  void filters_stand_in_the_address_and_an_address_brings_them_back() {
    Scene scene = Scene.askingFor(1);
    Proposal one = scene.proposes("/db", "ALPHA", "1");
    Proposal other = scene.proposes("/db", "BETA", "1");
    String list = "/?project=" + scene.project() + "&status=OPEN";
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP, list)) {
      assertThat(row(dan, one)).isVisible();
      assertThat(row(dan, other)).isVisible();
      dan.page().getByLabel("Search").fill("alp");
      assertThat(row(dan, other)).hasCount(0);
      assertThat(row(dan, one)).isVisible();
      assertThat(dan.page().url()).endsWith("&q=alp");
      dan.page().reload();
      assertThat(row(dan, one)).isVisible();
      assertThat(dan.page().getByLabel("Search")).hasValue("alp");
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void an_older_page_takes_the_place_of_the_newer_one_and_the_keyboard_goes_on_in_it() {
    Scene scene = Scene.askingFor(1);
    Proposal oldest = scene.proposes("/db", "KEY-0", "1");
    for (int i = 1; i <= PAGE; i++) {
      scene.proposes("/db", "KEY-" + i, "1");
    }
    String list = "/?project=" + scene.project() + "&status=OPEN";
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, list)) {
      Locator rows = dan.page().locator(".rows > li");
      assertThat(rows).hasCount(PAGE);
      assertThat(row(dan, oldest)).hasCount(0);
      dan.link("Older").focus();
      dan.page().keyboard().press("Enter");
      assertThat(row(dan, oldest)).isVisible();
      assertThat(rows).hasCount(1);
      assertThat(dan.page().getByLabel("Older requests")).isFocused();
      assertThat(dan.link("Older")).hasCount(0);
      assertThat(dan.barriers()).isEmpty();
      dan.page().reload();
      assertThat(row(dan, oldest)).isVisible();
      dan.page().goBack();
      assertThat(rows).hasCount(PAGE);
      dan.page().goForward();
      dan.link("Newest").click();
      assertThat(rows).hasCount(PAGE);
      assertThat(dan.page().url()).endsWith(list);
    }
  }

  @Test
  void what_was_bypassed_has_a_list_until_an_approver_has_looked_at_it() {
    Scene scene = Scene.askingFor(1, Map.of("bypass", Map.of("who", "ANYONE")));
    Proposal proposal = scene.proposes("/db", "KEY", "1");
    proposal.bypass(Person.DAN, "The provider has leaked it.");
    proposal.untilIt("BYPASSED");
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, "/?project=" + scene.project())) {
      tab(dan, "Bypassed, not reviewed").click();
      assertThat(row(dan, proposal)).containsText("not reviewed");
      proposal.acknowledge(Person.AMY);
      dan.page().reload();
      assertThat(dan.page().locator("main")).containsText("No request matches.");
      assertThat(dan.page().url()).contains("status=all&reviewed=false");
    }
  }

  @Test
  void a_list_is_kept_by_a_name_until_it_is_forgotten() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", "1");
    String list = "/?project=" + scene.project() + "&status=OPEN";
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, list)) {
      more(dan).click();
      dan.page().getByLabel("Name for this list").fill("Ours");
      dan.button("Keep it").click();
      assertThat(dan.button("Forget “Ours”")).isVisible();
      assertThat(dan.barriers()).isEmpty();
      dan.link("Countersign").click();
      dan.page().reload();
      dan.link("Ours").click();
      assertThat(row(dan, proposal)).isVisible();
      assertThat(dan.page().url()).endsWith(list);
      more(dan).click();
      dan.button("Forget “Ours”").click();
      assertThat(dan.link("Ours")).hasCount(0);
      assertThat(dan.complaints()).isEmpty();
    }
  }

  private static Locator more(Browser browser) {
    return browser.page().locator(".filter summary");
  }
}
