package io.countersign.local.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Measures a tab from outside, beside the page's own scripts and as its policies are. */
public final class Gauge implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Tab tab;
  private final Traffic traffic;

  private Gauge(Tab tab, Traffic traffic) {
    this.tab = tab;
    this.traffic = traffic;
  }

  /** Measures it from now on; it is closed with its gauge. */
  public static Gauge on(Tab tab) {
    return new Gauge(tab, Traffic.of(tab));
  }

  public Tab tab() {
    return tab;
  }

  /** Lets it be as slow as that. */
  public void slow(Pace pace) {
    tab.call("Network.emulateNetworkConditions", pace.network());
    tab.call("Emulation.setCPUThrottlingRate", Map.of("rate", pace.processor()));
  }

  /** Runs in every page from now on, before the page's own scripts. */
  public void first(String script) {
    tab.call("Page.enable", Map.of());
    tab.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** The number that the expression is, once it is not 0. */
  public double number(String expression, String what) {
    return tab.until(expression, what).asDouble();
  }

  /** The expression as text. */
  public String text(String expression) {
    return tab.evaluate(expression).asText();
  }

  /** Waits until it asks for nothing any more, if only for now. */
  public void untilItRests() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .during(Duration.ofMillis(400))
        .until(traffic::rests);
  }

  /** What it has asked for, in the order of the answers. */
  public List<Transfer> transfers() {
    return traffic.done();
  }

  /**
   * Nodes of documents that there are, those included that a page has taken out but still holds.
   */
  public int nodes() {
    tab.call("HeapProfiler.collectGarbage", Map.of());
    return tab.call("Memory.getDOMCounters", Map.of()).path("nodes").asInt();
  }

  @Override
  public void close() {
    tab.close();
  }
}
