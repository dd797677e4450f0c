package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What waits for somebody in one project, as {@code <request> <what it wants>}. */
public record Inbox(String owner, Client client, String project) {
  public static Inbox of(Person person, Scene scene) {
    return new Inbox(person.id(), World.as(person), scene.project());
  }

  public static Inbox of(Guest guest, Scene scene) {
    return new Inbox(guest.id(), guest.calls(), scene.project());
  }

  public List<String> now() {
    List<String> items = new ArrayList<>();
    String list = "v1/change-requests?waitingFor=me&project=" + project;
    for (JsonNode item : client.get(list).body().path("items")) {
      items.add(item.path("id").asText() + " " + item.path("wants").asText());
    }
    return items;
  }

  /** How much waits in all projects. */
  public int counted() {
    return client.get("v1/change-requests/counts").body().at("/waitingForMe/count").asInt();
  }

  /** Once the list has just these, in this order. */
  public void until(String... items) {
    await("what waits for " + owner)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(now()).containsExactly(items));
  }
}
