package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.MailReports;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of mails, as far as the request's page. */
class DeliveryTest {
  @Test
  void what_ses_says_is_shown_and_that_nobody_was_reached_is_told() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    proposal.until(page -> deliveries(page, "Submitted").size() == 2);
    MailReports.delivered(proposal, 1, "Submitted", Person.AMY);
    MailReports.bounced(proposal, 1, "Submitted", Person.BOB);
    JsonNode page =
        proposal.until(
            seen ->
                deliveries(seen, "Submitted").equals(Map.of("amy", "DELIVERED", "bob", "BOUNCED")));
    assertThat(page.path("deliveries").findValuesAsText("reason"))
        .contains("SES: Permanent, General, smtp; 550 5.1.1 user unknown");
    assertThat(page.path("timeline").findValuesAsText("type")).containsExactly("Submitted");

    MailReports.bounced(proposal, 1, "Submitted", Person.AMY);
    page = proposal.until(seen -> deliveries(seen, "Delivery Failed").size() == 2);
    assertThat(deliveries(page, "Delivery Failed")).isEqualTo(Map.of("ada", "SENT", "dan", "SENT"));
    assertThat(World.BUS.typesUntil(proposal.id(), "Delivery Failed"))
        .containsExactly("Request Submitted", "Delivery Failed");
    assertThat(page.path("timeline").findValuesAsText("text").getLast())
        .startsWith("Submitted did not reach Amy Approver (SES: Permanent, General, smtp; 550");
    until(Person.DAN, proposal, "Not told: Amy Approver");
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
  }

  @Test
  void one_approver_of_a_bypass_who_was_not_reached_is_told() {
    Scene scene = Scene.askingFor(1, Map.of("bypass", Map.of("who", "ANYONE")));
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.bypass(Person.DAN, "The provider has leaked it.");
    proposal.untilIt("BYPASSED");
    proposal.until(page -> deliveries(page, "Merge Started").size() == 3);
    MailReports.bounced(proposal, 2, "Merge Started", Person.AMY);
    proposal.until(page -> deliveries(page, "Delivery Failed").size() == 2);
    until(Person.ADA, proposal, "Mail about \"Merge Started\" did not reach people");
  }

  @Test
  void a_comment_is_mailed_to_its_author_and_an_agreement_to_admins_too() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    World.as(Person.AMY).post(proposal.path("/comments"), Map.of("text", "Why now?"));
    until(Person.DAN, proposal, "Comment: Why now?");
    proposal.approve(Person.BOB);
    JsonNode page = proposal.until(seen -> deliveries(seen, "Agreed").size() == 3);
    assertThat(deliveries(page, "Agreed")).containsOnlyKeys("ada", "bob", "dan");
    assertThat(deliveries(page, "Commented")).containsOnlyKeys("dan");
  }

  private static Map<String, String> deliveries(JsonNode page, String event) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode delivery : page.path("deliveries")) {
      String status = delivery.path("status").asText();
      if (delivery.path("event").asText().equals(event) && !status.equals("QUEUED")) {
        statuses.put(delivery.at("/person/id").asText(), status);
      }
    }
    return statuses;
  }

  private static void until(Person reader, Proposal proposal, String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                World.stack().mails().to(reader.email()).stream()
                    .filter(mail -> mail.text().contains("/requests/" + proposal.id() + "\n"))
                    .anyMatch(mail -> mail.text().contains(words)));
  }
}
