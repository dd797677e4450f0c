package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import org.junit.jupiter.api.Test;

/** From a merged request one click leads to the request that takes it back. */
class TakeBackTest {
  private final Scene scene = Scene.askingFor(1);

  private static void merged(Proposal proposal) {
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).text("/status")).isEqualTo("MERGED");
  }

  /** The request whose page is open. */
  private static Proposal latest(Browser browser) {
    String url = browser.page().url();
    String id = url.substring(url.lastIndexOf('/') + 1);
    return Proposal.of(World.as(Person.DAN).get("v1/change-requests/" + id));
  }

  @Test
  void what_was_merged_is_taken_back_by_a_request_that_shows_no_value() {
    String before = "{\"KEY\":\"" + Text.value() + "\"}";
    scene.holds("/db", before);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    merged(proposal);
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, "/requests/" + proposal.id())) {
      dan.button("Revert").click();
      dan.page().getByLabel("Why").fill("It did not help.");
      dan.looksRight("take back");
      dan.button("Ask for it").click();
      assertThat(dan.page().locator("h1")).containsText("Revert " + proposal.id());
      assertThat(dan.page().locator(".message")).containsText("It did not help.");
      merged(latest(dan));
      assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo(before);
      assertThat(dan.complaints()).isEmpty();
    }
  }
}
