package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key gets its earlier value back, which nobody on the way is shown. */
class RevertTest {
  private static final String FIRST = "first-never-shown";
  private static final String SECOND = "second-never-shown";

  private final Scene scene = Scene.askingFor(1);

  /** The key held one value, and holds another one now; the version of before. */
  private String changed() {
    scene.holds("/db", "{\"PASSWORD\":\"" + FIRST + "\"}");
    String before = World.SECRETS.version(scene.secret("/db")) + "";
    World.SECRETS.write(scene.secret("/db"), "{\"PASSWORD\":\"" + SECOND + "\",\"NEW\":1}");
    return before;
  }

  private Browser dan(Screen screen) {
    return Browser.of(Person.DAN, screen, "/secrets?project=" + scene.project());
  }

  private static void looksRight(Browser browser) {
    for (Screen screen : Screen.values()) {
      browser.turnTo(screen);
      assertThat(browser.barriers()).as("on " + screen).isEmpty();
    }
    assertThat(browser.page().content()).doesNotContain(FIRST, SECOND);
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_key_is_reverted_where_it_stands_and_the_request_says_from_where(Screen screen) {
    String before = changed();
    try (Browser dan = dan(screen)) {
      dan.button("Revert PASSWORD").click();
      assertThat(dan.button("Keep as it is PASSWORD")).isFocused();
      assertThat(dan.page().locator(".keys"))
          .containsText("gets the value that it had in version " + before);
      looksRight(dan);
      dan.link("Look it over").click();
      assertThat(dan.page().locator(".edits")).containsText("version " + before);
      looksRight(dan);
      dan.button("Submit for approval").click();
      assertThat(dan.heading("1 changed key")).isVisible();
      Locator diff = dan.page().locator(".diff");
      assertThat(diff).containsText("Changed");
      assertThat(diff).containsText("copied from prod /db PASSWORD, version " + before);
      looksRight(dan);
      String id = dan.page().url().replaceAll(".*/", "");
      Proposal proposal = Proposal.of(World.as(Person.DAN).get("v1/change-requests/" + id));
      proposal.approve(Person.AMY);
      assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
      assertThat(World.SECRETS.text(scene.secret("/db")))
          .isEqualTo("{\"PASSWORD\":\"" + FIRST + "\",\"NEW\":1}");
    }
  }

  @Test
  void what_was_not_in_that_version_is_told_at_its_key() {
    changed();
    try (Browser dan = dan(Screen.PHONE)) {
      dan.button("Revert NEW").click();
      dan.link("Look it over").click();
      assertThat(dan.heading("It waits for approval")).isVisible();
      dan.button("Submit for approval").click();
      assertThat(dan.page().locator(".edits .wrong"))
          .containsText("\"NEW\" is not in that version of prod:/db");
      looksRight(dan);
    }
  }

  @Test
  void a_copy_is_kept_or_taken_out_by_a_revision_and_has_no_value_to_be_replaced() {
    String before = changed();
    Map<String, Object> source = Map.of("key", "PASSWORD", "version", before);
    Proposal proposal = scene.proposes("/db", Map.of("copy", Map.of("A", source, "B", source)));
    try (Browser dan =
        Browser.of(Person.DAN, Screen.PHONE, "/requests/" + proposal.id() + "/revise")) {
      assertThat(dan.button("Take out A")).isVisible();
      assertThat(dan.button("Replace value A")).hasCount(0);
      dan.button("Take out A").click();
      looksRight(dan);
      dan.button("Submit the revision").click();
      assertThat(dan.heading("1 changed key")).isVisible();
      assertThat(dan.page().locator(".diff")).containsText("copied from prod /db PASSWORD");
    }
    Proposal revised = new Proposal(proposal.id(), proposal.seenBy(Person.DAN).text("/digest"));
    Amended.rebase(revised).madeBy(Person.DAN);
    assertThat(proposal.seenBy(Person.DAN).body().at("/changes/0/operations/0/key").asText())
        .isEqualTo("B");
  }
}
