package io.countersign.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.LocalStack;
import io.countersign.local.Options;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import io.countersign.local.story.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What whoever tries {@code ./dev up} for the first time finds. */
class NewStackTest {
  private static final String LIST = "v1/change-requests?project=payments";

  private static LocalStack stack;
  private static Api ada;

  @BeforeAll
  static void start() throws Exception {
    stack = LocalStack.start(Options.forOnce(Options.Audience.PEOPLE, line -> {}));
    new Stage(stack).set();
    ada = stack.as(Person.ADA);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  private static JsonNode request(String title) {
    for (JsonNode item : ada.get(LIST).body().path("items")) {
      if (item.path("title").asText().startsWith(title)) {
        return ada.get("v1/change-requests/" + item.path("id").asText()).body();
      }
    }
    throw new AssertionError("no request is called " + title);
  }

  @Test
  void requests_stand_in_many_states() {
    Map<String, Integer> statuses = new TreeMap<>();
    for (JsonNode item : ada.get(LIST).body().path("items")) {
      statuses.merge(item.path("status").asText(), 1, Integer::sum);
    }
    assertThat(statuses)
        .isEqualTo(Map.of("BYPASSED", 1, "MERGED", 3, "OPEN", 10, "REJECTED", 1, "WITHDRAWN", 1));
    assertThat(request("Let more workers run").path("agreed").asBoolean()).isTrue();
    assertThat(request("One token for the worker").path("votes")).hasSize(1);
    assertThat(request("One token for the worker").path("changes")).hasSize(2);
    assertThat(request("Cut over").path("votes").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("APPROVE", "REJECT");
    assertThat(request("Turn the signing key over").at("/author/id").asText())
        .contains("deploy-bot");
    assertThat(ada.get(LIST + "&status=BYPASSED&reviewed=false").body().path("items")).hasSize(1);
  }

  @Test
  void a_conflict_names_its_key() {
    assertThat(request("Renew the token of the API").toString()).contains("Conflicted", "TOKEN");
  }

  @Test
  void mails_are_said_to_have_arrived_or_come_back_without_anybody_saying_so() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(deliveries("Renew the certificate"))
                    .isEqualTo(Map.of("amy", "DELIVERED", "carol", "BOUNCED")));
  }

  private static Map<String, String> deliveries(String title) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode delivery : request(title).path("deliveries")) {
      statuses.put(delivery.at("/person/id").asText(), delivery.path("status").asText());
    }
    return statuses;
  }

  @Test
  void every_demo_person_but_the_stranger_is_somebody() {
    for (Person person : List.of(Person.ADA, Person.DAN, Person.AMY, Person.BOB)) {
      assertThat(stack.as(person).get("v1/me").status()).isEqualTo(200);
    }
    assertThat(stack.as(Person.EVE).get("v1/me").status()).isEqualTo(403);
  }

  @Test
  void it_goes_on_from_nothing() {
    assertThat(stack.state()).isEqualTo(Options.State.DROPPED);
  }
}
