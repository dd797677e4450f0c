package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The timeline of a request's page, and how times are told there and elsewhere. */
class TimelinePageTest {
  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");

  private final Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());

  private void says(String text) {
    World.as(Person.DAN).post(proposal.path("/comments"), Map.of("text", text));
  }

  @Test
  void a_link_to_a_comment_leads_there_over_the_sign_in() {
    for (int i = 1; i <= 20; i++) {
      says("Comment " + i + "\n\n\nand more");
    }
    try (Browser amy =
        Browser.of(Person.AMY, Screen.PHONE, "/requests/" + proposal.id() + "#event-11")) {
      Locator line = amy.page().locator("#event-11");
      assertThat(line).isInViewport();
      assertThat(line).containsText("Comment 10");
      assertThat(amy.page()).hasURL(Pattern.compile("/requests/" + proposal.id() + "#event-11$"));
    }
  }

  @Test
  void a_link_to_a_line_from_before_those_of_the_page_reads_it() {
    for (int i = 1; i <= 20; i++) {
      says("Comment " + i + "\n\n\nand more");
    }
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, "/policies")) {
      Page page = amy.page();
      page.route("**/v1/change-requests/" + proposal.id(), this::withThreeLines);
      String place = World.stack().dashboard() + "/requests/" + proposal.id();
      page.navigate(place);
      assertThat(page.locator("#event-21")).isVisible();
      assertThat(page.locator("#event-11")).hasCount(0);
      page.navigate("about:blank");
      page.navigate(place + "#event-11");
      assertThat(page.locator("#event-11")).isInViewport();
      assertThat(page.locator("#event-11")).containsText("Comment 10");
      assertThat(amy.complaints()).isEmpty();
    }
  }

  /** As the page of a request answers that has many more. */
  private void withThreeLines(Route route) {
    ObjectNode page = (ObjectNode) proposal.seenBy(Person.AMY).body();
    ArrayNode lines = (ArrayNode) page.path("timeline");
    while (lines.size() > 3) {
      lines.remove(0);
    }
    page.put("earlier", lines.path(0).path("sequence").asText());
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setHeaders(
                Map.of(
                    "Content-Type",
                    "application/json",
                    "Access-Control-Allow-Origin",
                    World.stack().dashboard().toString()))
            .setBody(page.toString()));
  }

  @Test
  void a_line_leads_to_itself_and_shows_its_exact_time_to_who_touches_it() {
    says("Look at this.");
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, "/requests/" + proposal.id())) {
      Page page = amy.page();
      Locator line = page.locator("#event-2");
      assertThat(line.locator(".exact")).isHidden();
      line.locator("a").click();
      assertThat(page).hasURL(Pattern.compile("#event-2$"));
      assertThat(line.locator(".exact")).hasText(Pattern.compile(".*" + UTC + ".*"));
      assertThat(line.locator(".exact")).isVisible();
      for (Screen screen : Screen.values()) {
        amy.turnTo(screen);
        assertThat(amy.barriers()).as(screen.toString()).isEmpty();
      }
      page.keyboard().press("Tab");
      page.locator("#event-1 a").focus();
      assertThat(page.locator("#event-1 .exact")).isVisible();
    }
  }

  @Test
  void times_are_told_in_utc_on_every_page_once_that_is_chosen() {
    try (Browser amy = Browser.of(Person.AMY, Screen.DESKTOP, "/requests/" + proposal.id())) {
      Page page = amy.page();
      assertThat(page.locator(".request time").first()).not().hasText(UTC);
      page.getByLabel("Times").selectOption("UTC");
      assertThat(page.locator(".request time").first()).hasText(UTC);
      page.navigate(World.stack().dashboard() + "/?status=OPEN");
      assertThat(page.locator(".rows time").first()).hasText(UTC);
      page.getByLabel("Times").selectOption("AGO");
      assertThat(page.locator(".rows time").first()).not().hasText(UTC);
      assertThat(amy.complaints()).isEmpty();
    }
  }
}
