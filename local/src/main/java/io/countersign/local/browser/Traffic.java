package io.countersign.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a tab asks for over HTTP, and how much comes back. */
final class Traffic {
  /** Requests without an answer so far, by the browser's own number. */
  private final Map<String, URI> open = new LinkedHashMap<>();

  private final List<Transfer> done = new ArrayList<>();

  private Traffic() {}

  /** Counts from now on. */
  static Traffic of(Tab tab) {
    Traffic traffic = new Traffic();
    tab.hear(traffic::take);
    tab.call("Network.enable", Map.of());
    return traffic;
  }

  private synchronized void take(JsonNode event) {
    JsonNode said = event.path("params");
    String number = said.path("requestId").asText();
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" -> {
        if (said.has("redirectResponse")) {
          end(number, said.at("/redirectResponse/encodedDataLength").asLong());
        }
        String address = said.at("/request/url").asText();
        if (address.startsWith("http")) {
          open.put(number, URI.create(address));
        }
      }
      case "Network.loadingFinished" -> end(number, said.path("encodedDataLength").asLong());
      case "Network.loadingFailed" -> end(number, 0);
      default -> {
        // Tells nothing about how much was moved.
      }
    }
  }

  private void end(String number, long bytes) {
    URI address = open.remove(number);
    if (address != null) {
      done.add(new Transfer(address, bytes));
    }
  }

  synchronized List<Transfer> done() {
    return List.copyOf(done);
  }

  synchronized boolean rests() {
    return open.isEmpty();
  }
}
