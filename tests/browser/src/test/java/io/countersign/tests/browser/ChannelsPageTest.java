package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Chats are added, tried and mended in the dashboard; their credentials go one way. */
class ChannelsPageTest {
  private static final String STORED =
      "() => Object.values(sessionStorage).join() + Object.values(localStorage).join()";

  private final Scene scene = Scene.unprotected();
  private final String page = "/settings/channels/" + scene.project();
  private final String conversation =
      "C" + scene.project().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "") + "77";

  @Test
  void a_slack_channel_is_added_tried_and_seen_and_its_token_is_never_shown_again() {
    String token = "xoxb-" + Text.value();
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, page)) {
      List<Response> answers = answers(ada);
      ada.page().getByText("Add a channel").click();
      ada.page().getByLabel("Channel’s id").fill(conversation);
      ada.page().getByLabel("Bot token").fill(token);
      assertThat(ada.page().evaluate(STORED).toString()).doesNotContain(token);
      ada.button("Add it").click();
      assertThat(ada.heading("slack")).isVisible();
      trySeen(ada);
      assertThat(World.stack().chat().at(conversation).getFirst().text())
          .contains("Test of channel slack");
      assertThat(answers).noneMatch(each -> each.text().contains(token));
      ada.page().reload();
      assertThat(ada.page().getByText("seen in the chat")).isVisible();
      assertThat(ada.page().getByLabel("Bot token")).hasValue("");
      assertThat(ada.page().content()).contains("ends in alue").doesNotContain(token);
      assertThat(ada.page().evaluate(STORED).toString()).doesNotContain(token);
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void a_teams_channel_is_added_tried_and_seen_and_its_address_is_never_shown_again() {
    String sign = Text.value();
    String webhook =
        World.stack().chat().address() + "workflows/" + scene.project() + "-page?sig=" + sign;
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, page + "/_new")) {
      ada.page().getByText("Microsoft Teams").click();
      ada.page().getByText("Where do I find this in Teams?").click();
      assertThat(ada.page().locator(".steps")).containsText("co-owner");
      ada.page().getByLabel("Address of the workflow").fill(webhook);
      ada.button("Add it").click();
      assertThat(ada.heading("teams")).isVisible();
      trySeen(ada);
      assertThat(ada.page().content()).doesNotContain(sign);
      assertThat(World.stack().chat().at("/workflows/" + scene.project() + "-page")).hasSize(1);
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void a_channel_where_nothing_arrives_says_why() {
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP_DARK, page + "/_new")) {
      ada.page().getByLabel("Channel’s id").fill("C4040000");
      ada.page().getByLabel("Bot token").fill("xoxb-" + Text.value());
      ada.button("Add it").click();
      ada.button("Send a test message").click();
      assertThat(ada.page().locator("main")).containsText("It could not be sent.");
      assertThat(ada.page().locator("main")).containsText("invite the app to it");
      assertThat(ada.button("I saw it")).hasCount(0);
    }
  }

  @Test
  void what_was_typed_outlives_a_sign_in_that_ends_and_a_credential_does_not() {
    String token = "xoxb-" + Text.value();
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, page + "/_new")) {
      ada.page().getByLabel("Channel’s id").fill(conversation);
      ada.page().getByLabel("Bot token").fill(token);
      ada.page()
          .route(
              "**/channels/slack", each -> each.fulfill(new Route.FulfillOptions().setStatus(401)));
      ada.button("Add it").click();
      assertThat(ada.page().evaluate(STORED).toString()).doesNotContain(token);
      ada.button("Sign in again").last().click();
      ada.signIn(Person.ADA);
      assertThat(ada.page().getByLabel("Channel’s id")).hasValue(conversation);
      assertThat(ada.page().getByLabel("Bot token")).hasValue("");
    }
  }

  private static void trySeen(Browser ada) {
    ada.button("Send a test message").click();
    ada.button("I saw it").click(new Locator.ClickOptions().setTimeout(60_000));
    assertThat(ada.page().locator("main")).containsText("Ada Admin saw it");
  }

  private static List<Response> answers(Browser browser) {
    List<Response> answers = new ArrayList<>();
    browser
        .page()
        .onResponse(
            each -> {
              if (each.url().contains("/v1/")) {
                answers.add(each);
              }
            });
    return answers;
  }
}
