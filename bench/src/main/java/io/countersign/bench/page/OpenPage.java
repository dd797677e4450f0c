package io.countersign.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.bench.Figure;
import io.countersign.bench.Times;
import io.countersign.local.api.Answer;
import io.countersign.local.browser.Gauge;
import io.countersign.local.browser.Transfer;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/**
 * From the commit of a merge, by its event's own time, until a page that somebody has open says so;
 * and what such a page asks for while nothing happens.
 */
public final class OpenPage {
  private static final int ROUNDS = 10;
  private static final double MOST_SECONDS = 2;
  private static final Duration QUIET = Duration.ofSeconds(30);

  private static final String WATCH =
      """
      {
        const merged = () => document.querySelector(".facts .badge")?.textContent === "merged";
        const look = () => merged() ? (globalThis.mergedAt = Date.now()) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      }""";

  private final Venue venue;
  private final Visitor amy;
  private int count;

  private OpenPage(Venue venue, Visitor amy) {
    this.venue = venue;
    this.amy = amy;
  }

  /** The figure and what is behind it. */
  public static List<String> run() throws IOException, InterruptedException {
    Venue venue = Venue.shared();
    return new OpenPage(venue, venue.signIn(Person.AMY)).measure();
  }

  private List<String> measure() {
    Times merged = new Times(ROUNDS);
    Times voted = new Times(ROUNDS);
    for (int i = 0; i < ROUNDS; i++) {
      merged.add(shown(this::merge));
      voted.add(shown(this::voteAndMerge));
    }
    return List.of(
        new Figure(
                "page-merged", Math.max(merged.quantile(1), voted.quantile(1)) / 1e3, MOST_SECONDS)
            .line(),
        "  somebody merges what is agreed  " + merged.range(),
        "  the vote that agrees merges it  " + voted.range(),
        "  from the event's time until the page says merged; " + ROUNDS + " of each by turns",
        quiet());
  }

  /** What is done with a request so that it gets merged. */
  private interface Deed {
    void carryOut(String request, String digest);
  }

  private void merge(String request, String digest) {
    vote(Person.BOB, request, digest, "");
    venue.post(Person.DAN, request + "/merge", "{\"digest\":\"" + digest + "\"}");
  }

  private void voteAndMerge(String request, String digest) {
    vote(Person.BOB, request, digest, ",\"mergeIfAgreed\":true");
  }

  private void vote(Person person, String request, String digest, String more) {
    String body = "{\"decision\":\"APPROVE\",\"digest\":\"" + digest + "\"" + more + "}";
    venue.post(person, request + "/votes", body);
  }

  private long shown(Deed deed) {
    Answer made = propose();
    String request = "v1/change-requests/" + made.text("/id");
    vote(Person.AMY, request, made.text("/digest"), "");
    try (Gauge gauge = opened(made)) {
      deed.carryOut(request, made.text("/digest"));
      double shown = gauge.number("globalThis.mergedAt", "page that says merged");
      return Math.round((shown - at(request)) * 1e6);
    }
  }

  private Answer propose() {
    return venue.post(
        Person.DAN,
        "v1/change-requests",
        """
        {"project":"payments","title":"Measured","changes":[
          {"environment":"prod","path":"/measured","set":{"KEY-%d":"value"}}]}"""
            .formatted(++count));
  }

  private Gauge opened(Answer request) {
    Gauge gauge = amy.open(Window.DESKTOP);
    gauge.first(WATCH);
    amy.visit(gauge, "/requests/" + request.text("/id"));
    gauge.tab().untilLoaded();
    return gauge;
  }

  /** When it was merged, in milliseconds since 1970. */
  private double at(String request) {
    for (JsonNode each : venue.stack().as(Person.ADA).get(request).body().path("timeline")) {
      if (each.path("type").asText().equals("Merged")) {
        return Instant.parse(each.path("at").asText()).toEpochMilli();
      }
    }
    throw new IllegalStateException(request + " is not merged");
  }

  /** An open page of a request that nobody touches. */
  private String quiet() {
    try (Gauge gauge = opened(propose())) {
      int before = gauge.transfers().size();
      Instant end = Instant.now().plus(QUIET);
      Awaitility.await().atMost(QUIET.multipliedBy(2)).until(() -> Instant.now().isAfter(end));
      List<Transfer> asked = gauge.transfers();
      List<Transfer> again = asked.subList(before, asked.size());
      return String.format(
          Locale.ROOT,
          "  an open page where nothing happens: %.0f requests and %.1f kB a minute",
          again.size() * 60.0 / QUIET.toSeconds(),
          again.stream().mapToLong(Transfer::bytes).sum() / 1e3 * 60 / QUIET.toSeconds());
    }
  }
}
