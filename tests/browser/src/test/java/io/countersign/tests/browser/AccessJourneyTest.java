package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From a value that somebody may not see to the one that they see for a time, and back. */
class AccessJourneyTest {
  private static final Page.GetByLabelOptions LABEL = new Page.GetByLabelOptions().setExact(true);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough to look at a value in it. */
  private static final Duration SHORT = Duration.ofSeconds(20);

  private final Scene scene = scene();
  private final String value = Text.value();
  private final String secrets = "/secrets?project=" + scene.project();

  private static Scene scene() {
    Scene made = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(made.policyBody(1));
    policy.put("kind", "ACCESS");
    policy.put("targets", List.of(Map.of("environment", "prod", "path", "/db/**")));
    made.policy(policy);
    return made;
  }

  private static Locator field(Browser browser, String label) {
    return browser.page().getByLabel(label, LABEL);
  }

  /** The address that the mail about it leads to. */
  private static String mailed(Person person, String id) {
    String dashboard = World.stack().dashboard().toString();
    String link = dashboard + "/requests/" + id;
    Optional<String> found =
        await("mail about " + id)
            .atMost(PATIENCE)
            .until(
                () ->
                    World.stack().mails().to(person.email()).stream()
                        .map(each -> each.text())
                        .filter(text -> text.contains(link))
                        .findFirst(),
                Optional::isPresent);
    assertThat(found.orElseThrow()).contains(link);
    return link.substring(dashboard.length());
  }

  private boolean reveals() {
    String path = scene.path("/environments/prod/documents/reveal");
    return World.as(Person.DAN).post(path, Map.of("path", "/db/main", "key", "KEY")).status()
        == 200;
  }

  private void seesTheValue(Browser dan) {
    dan.page().navigate(World.stack().dashboard() + secrets);
    dan.button("Reveal KEY").click();
    assertThat(field(dan, "KEY now")).containsText(value);
  }

  private void seesNothing(Browser dan) {
    dan.page().navigate(World.stack().dashboard() + secrets);
    assertThat(dan.page().getByText("Ask for access")).isVisible();
    assertThat(dan.page().locator(".document")).containsText("KEY");
    assertThat(dan.button("Reveal KEY")).hasCount(0);
    assertThat(dan.page().locator("main")).not().containsText(value);
    assertThat(reveals()).isFalse();
  }

  @Test
  void a_value_is_seen_once_an_approver_has_come_from_the_mail_and_until_the_access_ends() {
    scene.holds("/db/main", "{\"KEY\":\"" + value + "\"}");
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, secrets)) {
      seesNothing(dan);
      dan.page().getByText("Ask for access").click();
      assertThat(field(dan, "Path")).hasValue("/db/main");
      field(dan, "How long").fill("1");
      field(dan, "Reason (required)").fill("The nightly job cannot sign in.");
      dan.button("Ask for it").click();
      assertThat(dan.heading("Reveal values of prod:/db/main")).isVisible();
      String id = dan.page().url().replaceAll(".*/", "");
      seesNothing(dan);
      try (Browser amy = Browser.signingIn(Person.AMY, Screen.PHONE, mailed(Person.AMY, id))) {
        assertThat(amy.page().locator("main")).containsText("The nightly job cannot sign in.");
        amy.button("Approve").click();
        amy.confirm("Approve");
        amy.button("Merge").click();
        amy.confirm("Merge");
        assertThat(amy.heading("Merged")).isVisible();
        seesTheValue(dan);
        amy.button("End the access").click();
        amy.confirm("End it now");
        assertThat(field(amy, "The access")).containsText("ended");
      }
      seesNothing(dan);
      givenFor(SHORT);
      seesTheValue(dan);
      await("the end of the access").atMost(PATIENCE).until(() -> !reveals());
      seesNothing(dan);
      assertThat(dan.complaints()).isEmpty();
    }
  }

  private void givenFor(Duration duration) {
    Map<String, Object> body =
        Map.of(
            "project",
            scene.project(),
            "environment",
            "prod",
            "path",
            "/db/main",
            "actions",
            List.of("secrets:reveal"),
            "end",
            Instant.now().plus(duration).toString(),
            "reason",
            "Once more.");
    Proposal proposal = Proposal.of(World.as(Person.DAN).post("v1/access-requests", body));
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).text("/status")).isEqualTo("MERGED");
  }
}
