package io.countersign.tests.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.Times;
import io.countersign.tests.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many clients at once on the running stack, with processes killed at random. How long and from
 * which seed is said by {@code ./dev histories}; the seed decides what each client does, not in
 * which order they meet.
 */
class HistoriesTest {
  private static final int CLIENTS = 6;
  private static final int NEEDED = 2;
  private static final long SECONDS = Long.getLong("histories.seconds", 20);
  private static final long SEED = Long.getLong("histories.seed", 20260101);

  private final Scene scene = Scene.askingFor(NEEDED);
  private final Ledger ledger = new Ledger();
  private final Stranger stranger = new Stranger(scene);

  @Test
  void whatever_happens_is_what_may_happen() throws Exception {
    Player.DOCUMENTS.forEach(each -> scene.holds(each, "{\"KEPT\":1.0,\"A\":\"first\"}"));
    play();
    List<Proposal> all = ledger.all();
    await("all merges to come to rest")
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> all.stream().noneMatch(this::underWay));
    Map<String, List<JsonNode>> events = new HashMap<>();
    all.forEach(each -> events.put(each.id(), events(each)));
    await("all events to be published")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> events.keySet().stream().allMatch(each -> published(each, events)));
    History history =
        new History(
            NEEDED,
            Set.of("amy", "bob"),
            ledger.proposed(),
            ledger.told(),
            events,
            World.BUS.all().stream().map(each -> each.path("detail")).toList(),
            documents(),
            stranger.written());
    System.out.println(summary(history));
    assertThat(Checker.check(history)).isEmpty();
    // Where nothing happens, nothing is shown.
    assertThat(of(history, "Merged")).isPositive();
    assertThat(history.foreign()).isNotEmpty();
  }

  private void play() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    // On a slow machine it goes on until there is something to check.
    long latest = end + Duration.ofMinutes(2).toNanos();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> played = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Player player = new Player(scene, ledger, stranger, new Random(SEED + i));
        played.add(
            clients.submit(
                () -> {
                  while (System.nanoTime() < end
                      || (!ledger.merged() && System.nanoTime() < latest)) {
                    player.act();
                  }
                }));
      }
      for (Future<?> each : played) {
        each.get();
      }
    }
  }

  /** Whoever held a merge and died is not waited for. */
  private boolean underWay(Proposal proposal) {
    Api ada = World.as(Person.ADA).api().patient();
    if (!ada.get(proposal.path("")).text("/status").equals("MERGING")) {
      return false;
    }
    Times.lapse(proposal);
    ada.post(proposal.path("/merge"), "{\"digest\":\"" + proposal.digest() + "\"}");
    return true;
  }

  private static List<JsonNode> events(Proposal proposal) {
    List<JsonNode> events = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = World.as(Person.ADA).get(proposal.path("/events" + cursor)).body();
      page.path("items").forEach(events::add);
      cursor = page.path("next").isTextual() ? "?cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return events;
  }

  private static boolean published(String request, Map<String, List<JsonNode>> events) {
    return World.BUS.of(request).size() >= events.getOrDefault(request, List.of()).size();
  }

  private Map<String, JsonNode> documents() {
    Map<String, JsonNode> documents = new HashMap<>();
    for (String each : Player.DOCUMENTS) {
      documents.put(each, Api.json(World.SECRETS.text(scene.secret(each))));
    }
    return documents;
  }

  private static String summary(History history) {
    long events = history.events().values().stream().mapToLong(List::size).sum();
    long merged = of(history, "Merged");
    int killed =
        Stream.of("submit", "vote", "merge", "relay", "tick").mapToInt(World.stack()::killed).sum();
    return "histories: %d s, %d clients, seed %d: %d requests, %d merged, %d conflicts, %d failed, "
            .formatted(
                SECONDS,
                CLIENTS,
                SEED,
                history.events().size(),
                merged,
                of(history, "Conflicted"),
                of(history, "Failed"))
        + "%d events, %d foreign writes, %d processes killed"
            .formatted(events, history.foreign().size(), killed);
  }

  private static long of(History history, String type) {
    return history.events().values().stream()
        .flatMap(List::stream)
        .filter(each -> each.path("type").asText().equals(type))
        .count();
  }
}
