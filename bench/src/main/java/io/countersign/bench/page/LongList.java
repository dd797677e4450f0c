package io.countersign.bench.page;

import io.countersign.bench.Figure;
import io.countersign.bench.Scene;
import io.countersign.local.browser.Gauge;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Ten thousand requests, turned over page by page to the last one: how many nodes of documents
 * there are in the tab, those that it has let go of and still holds included, against the first
 * page.
 */
public final class LongList {
  private static final int REQUESTS = 10_000;
  private static final int ON_A_PAGE = 25;
  private static final int PAGES = REQUESTS / ON_A_PAGE;
  private static final int EVERY = 50;
  private static final String OLDER =
      "[...document.querySelectorAll(\"nav[aria-label=Pages] a\")].find((each) => each.textContent ==="
          + " \"Older\")";

  private final Gauge gauge;
  private final List<String> counts = new ArrayList<>();

  private LongList(Gauge gauge) {
    this.gauge = gauge;
  }

  /** The figure and what is behind it. */
  public static List<String> run() throws IOException, InterruptedException {
    Venue venue = Venue.shared();
    try (DynamoDbClient client = venue.stack().client(DynamoDbClient.builder())) {
      String table = Objects.requireNonNull(venue.stack().outputs().get("Table"));
      Scene.fill(client, table, REQUESTS);
    }
    Visitor ada = venue.signIn(Person.ADA);
    try (Gauge gauge = ada.open(Window.DESKTOP)) {
      ada.visit(gauge, "/?project=payments&status=OPEN");
      return new LongList(gauge).measure();
    }
  }

  private List<String> measure() {
    String row = shown("");
    int first = count(1);
    int most = first;
    for (int page = 2; page <= PAGES; page++) {
      gauge.text(OLDER + ".click()");
      row = shown(row);
      if (page % EVERY == 0) {
        most = Math.max(most, count(page));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(new Figure("page-list-nodes", (double) most / first, 1.1).line());
    lines.addAll(counts);
    lines.add(String.format(Locale.ROOT, "  %,d requests, %d on a page", REQUESTS, ON_A_PAGE));
    return lines;
  }

  /** The first row of the page that follows the one with that row. */
  private String shown(String before) {
    String rows =
        "[...document.querySelectorAll(\".rows a\")].map((each) => each.getAttribute(\"href\"))";
    gauge.number(
        "%s.length === %d && %s[0] !== \"%s\"".formatted(rows, ON_A_PAGE, rows, before),
        "page after the one with " + before);
    return gauge.text(rows + "[0]");
  }

  private int count(int page) {
    int nodes = gauge.nodes();
    counts.add(
        "  page %d: %d nodes in the tab, %s elements in the page"
            .formatted(page, nodes, gauge.text("document.querySelectorAll(\"*\").length")));
    return nodes;
  }
}
