package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Json;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Sink;
import io.countersign.request.Event;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.wire.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What sync is woken for on behalf of webhooks. */
class HooksTest {
  private final List<Json.Obj> passed = new ArrayList<>();
  private final Hooks hooks = new Hooks(passed::add);

  @Test
  void what_a_webhook_has_asked_for_is_handed_on_as_it_is() {
    Json.Obj said = envelope(new Event.Commented(People.id("ann"), "Why?"));
    hooks.take(said, listening("Commented", "Rejected"));
    assertThat(passed).containsExactly(said);
  }

  @Test
  void nothing_else_is_handed_on() {
    hooks.take(envelope(new Event.Commented(People.id("ann"), "Why?")), Case.proposing());
    hooks.take(envelope(new Event.Commented(People.id("ann"), "Why?")), listening("Rejected"));
    hooks.take(
        envelope(new Event.DeliveryFailed(1, "Commented", List.of())), listening("Commented"));
    assertThat(passed).isEmpty();
  }

  private static Json.Obj envelope(Event event) {
    return Json.object()
        .put("detail-type", EventJson.detailType(EventJson.word(event)))
        .put("detail", EventJson.record(Proposals.ONE, 2, Proposals.NOON, event))
        .build();
  }

  private static Rules listening(String... words) {
    Destination hook =
        new Destination(
            new DestinationId("hook"),
            Rulebook.PROD,
            PathGlob.ALL,
            new Sink.Webhook(
                "https://hooks.example.com/", false, new TreeSet<>(List.of(words)), List.of()),
            1);
    return Case.proposing().withDestinations(List.of(hook));
  }
}
