package io.countersign.tests.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a history may be: what of it breaks a promise, in words; empty when nothing does. */
final class Checker {
  private static final Set<String> ENDS = Set.of("Merged", "Rejected", "Withdrawn", "Expired");

  private final History history;
  private final List<String> broken = new ArrayList<>();

  private Checker(History history) {
    this.history = history;
  }

  static List<String> check(History history) {
    Checker checker = new Checker(history);
    history.events().forEach(checker::oneAfterTheOther);
    history.events().forEach(checker::agreedOn);
    history.events().keySet().forEach(checker::published);
    checker.told();
    checker.landed();
    checker.foreign();
    return checker.broken;
  }

  /** One event for each transition, and none after the end. */
  private void oneAfterTheOther(String request, List<JsonNode> events) {
    long expected = 1;
    boolean ended = false;
    for (JsonNode event : events) {
      if (event.path("sequence").asLong() != expected++) {
        broken.add(request + " has no event " + (expected - 1));
      }
      String type = event.path("type").asText();
      if (ended && !type.equals("Commented") && !type.equals("Secrets Changed")) {
        broken.add(request + " goes on after its end with " + type);
      }
      ended |= ENDS.contains(type);
    }
  }

  /** No merge begins without the votes of enough approvers on just that digest. */
  private void agreedOn(String request, List<JsonNode> events) {
    Map<String, String> votes = new HashMap<>();
    Set<String> authors = new HashSet<>();
    String digest = "";
    for (JsonNode event : events) {
      String by = event.path("by").asText();
      switch (event.path("type").asText()) {
        case "Submitted", "Revised" -> {
          digest = event.path("digest").asText();
          authors.add(by);
          votes.clear();
        }
        case "Voted" -> votes.put(by, event.path("decision").asText());
        case "Merge Started" -> {
          long approvals =
              votes.entrySet().stream()
                  .filter(each -> each.getValue().equals("APPROVE"))
                  .filter(each -> history.approvers().contains(each.getKey()))
                  .filter(each -> !authors.contains(each.getKey()))
                  .count();
          boolean against = votes.containsValue("REJECT");
          boolean undoes = event.path("mode").asText().equals("UNDO");
          if (!undoes && (approvals < history.needed() || against)) {
            broken.add(request + " was merged with the votes " + new TreeMap<>(votes));
          }
          if (!event.path("digest").asText().equals(digest)) {
            broken.add(request + " was merged as another revision than its latest");
          }
        }
        default -> {}
      }
    }
  }

  /** Each event is on the bus, and wherever it comes twice it is the same. */
  private void published(String request) {
    Map<Long, JsonNode> seen = new HashMap<>();
    for (JsonNode detail : history.published()) {
      if (detail.path("request").asText().equals(request)) {
        JsonNode before = seen.putIfAbsent(detail.path("sequence").asLong(), detail);
        if (before != null && !before.equals(detail)) {
          broken.add(request + " has two events " + detail.path("sequence"));
        }
      }
    }
    for (JsonNode event : events(request)) {
      if (!seen.containsKey(event.path("sequence").asLong())) {
        broken.add(request + " has an unpublished event " + event.path("sequence"));
      }
    }
  }

  /** Whoever was told that it is done finds it done. */
  private void told() {
    for (Told each : history.told()) {
      if (events(each.request()).isEmpty()) {
        broken.add(each.request() + " was submitted and is not there");
      }
      if (each.status().equals("MERGED") && merged(each.request()) == null) {
        broken.add(each.request() + " is not merged, as somebody was told");
      }
    }
  }

  /** A key holds what the latest merge wanted there, once; nothing unmerged is live. */
  private void landed() {
    Map<Slot, String> latest = new HashMap<>();
    Map<Slot, String> when = new HashMap<>();
    Set<String> versions = new TreeSet<>();
    history
        .proposed()
        .forEach(
            (request, wanted) -> {
              JsonNode merged = merged(request);
              if (merged != null) {
                String at = merged.path("at").asText();
                wanted.forEach(
                    (slot, value) -> {
                      if (at.compareTo(when.getOrDefault(slot, "")) > 0) {
                        when.put(slot, at);
                        latest.put(slot, value);
                      }
                    });
                for (JsonNode document : merged.path("documents")) {
                  if (!versions.add(document.path("versionId").asText())) {
                    broken.add(request + " shares a version with another request");
                  }
                }
              }
            });
    latest.forEach(
        (slot, value) -> {
          if (!value.equals(held(slot))) {
            broken.add(slot + " holds " + held(slot) + " and not the latest merge's " + value);
          }
        });
    history
        .proposed()
        .forEach(
            (request, wanted) -> {
              if (merged(request) == null && !failed(request)) {
                wanted.forEach(
                    (slot, value) -> {
                      if (value.equals(held(slot))) {
                        broken.add(slot + " holds what " + request + " wants, which is not merged");
                      }
                    });
              }
            });
  }

  /** Nothing that others wrote is lost. */
  private void foreign() {
    history
        .foreign()
        .forEach(
            (slot, value) -> {
              if (!value.equals(held(slot))) {
                broken.add(slot + " of somebody else's is lost: " + held(slot) + " for " + value);
              }
            });
  }

  private @Nullable String held(Slot slot) {
    JsonNode value =
        Objects.requireNonNull(history.documents().get(slot.document())).get(slot.key());
    return value == null ? null : value.asText();
  }

  private List<JsonNode> events(String request) {
    return history.events().getOrDefault(request, List.of());
  }

  private @Nullable JsonNode merged(String request) {
    return events(request).stream()
        .filter(each -> each.path("type").asText().equals("Merged"))
        .findFirst()
        .orElse(null);
  }

  private boolean failed(String request) {
    return events(request).stream().anyMatch(each -> each.path("type").asText().equals("Failed"));
  }
}
