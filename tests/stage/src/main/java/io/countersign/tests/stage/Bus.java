package io.countersign.tests.stage;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.LocalStack;
import io.countersign.local.bus.Tap;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/** Everything that is published on the bus. */
public record Bus(Tap tap) {
  static Bus of(LocalStack stack) {
    return new Bus(Tap.on(stack, "tests"));
  }

  /** All envelopes, once none waits to be heard. */
  public List<JsonNode> all() {
    await().until(() -> !tap.all().isEmpty() && tap.waiting() == 0);
    return tap.all();
  }

  /** A request's envelopes so far by sequence, each once. */
  public SortedMap<Integer, JsonNode> of(String request) {
    return tap.of(request);
  }

  /** The request's detail types in order, once the last of them is there. */
  public List<String> typesUntil(String request, String last) {
    await("\"" + last + "\" of " + request + " on the bus")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> tap.types(request).contains(last));
    return tap.types(request);
  }
}
