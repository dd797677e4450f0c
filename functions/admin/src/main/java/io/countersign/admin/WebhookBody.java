package io.countersign.admin;

import io.countersign.admin.DestinationBody.Given;
import io.countersign.destination.Reach;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.project.Sink;
import io.countersign.wire.EventJson;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a body says of a webhook. */
final class WebhookBody {
  private static final int LEAST_KEY = 24;
  private static final int MOST_KEY = 64;

  private WebhookBody() {}

  static Given of(Fields body, Reach reach) {
    String url = DestinationBody.address(body, "url", reach);
    String key = body.optionalText("key");
    if (key != null && !fits(key)) {
      throw new InvalidField(
          "key",
          "key",
          "must be %s and the Base64 of %d to %d random bytes"
              .formatted(Sink.Webhook.KEY, LEAST_KEY, MOST_KEY));
    }
    return new Given(
        new Sink.Webhook(url, body.flagOr("values", false), events(body), List.of()), "key", key);
  }

  private static boolean fits(String key) {
    try {
      int bytes = Sink.Webhook.key(key).length;
      return bytes >= LEAST_KEY && bytes <= MOST_KEY;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SortedSet<String> events(Fields body) {
    SortedSet<String> words = new TreeSet<>(body.typedList("events", word -> word));
    for (String word : words) {
      if (!EventJson.OF_REQUESTS.contains(word)) {
        throw new InvalidField(
            "events", "choice", "must be of " + String.join(", ", EventJson.OF_REQUESTS));
      }
    }
    return words;
  }
}
