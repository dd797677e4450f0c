package io.countersign.bench.page;

import io.countersign.bench.Figure;
import io.countersign.bench.Times;
import io.countersign.local.browser.Gauge;
import io.countersign.local.browser.Pace;
import io.countersign.local.browser.Transfer;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The first visit of a request's page by somebody who is signed in, with a browser that has nothing
 * of the dashboard: what it moves, and how long until its content is there on a slow phone, against
 * a page of a few words from the same server; both by turns. The sign-in is no part of it, nor is
 * what the page asks for again later.
 */
public final class FirstVisit {
  private static final String TITLE = "One token for the worker and billing";
  private static final String EMPTY = "/config.json";
  private static final int ROUNDS = 7;
  private static final int MOST_KILOBYTES = 60;
  private static final int MOST_REQUESTS = 8;

  /** Looks at each frame whether it is there. */
  private static final String WATCH =
      """
      {
        const there = () => location.pathname === "%s"
          ? document.readyState === "complete"
          : document.querySelector("main h1")?.textContent === "%s" && document.querySelector("[aria-busy=true]") === null;
        const look = () => there() ? (globalThis.readyAfter = Math.ceil(performance.now())) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      }"""
          .formatted(EMPTY, TITLE);

  private final Visitor visitor;
  private final Times page = new Times(ROUNDS);
  private final Times empty = new Times(ROUNDS);

  private FirstVisit(Visitor visitor) {
    this.visitor = visitor;
  }

  /** The figures and what is behind them. */
  public static List<String> run() throws IOException, InterruptedException {
    Venue venue = Venue.shared();
    return new FirstVisit(venue.signIn(Person.BOB)).measure("/requests/" + venue.request(TITLE));
  }

  private List<String> measure(String path) {
    Times warming = new Times(2);
    visit(path, warming);
    visit(EMPTY, warming);
    Collection<Transfer> moved = List.of();
    for (int i = 0; i < ROUNDS; i++) {
      moved = visit(path, page);
      visit(EMPTY, empty);
    }
    List<String> lines = new ArrayList<>();
    lines.add(new Figure("page-kilobytes", kilobytes(moved, _ -> true), MOST_KILOBYTES).line());
    lines.add(new Figure("page-requests", moved.size(), MOST_REQUESTS).line());
    lines.add(
        String.format(
            Locale.ROOT,
            "  received, headers included: %.1f kB of files, %.1f kB of the API",
            kilobytes(moved, each -> !each.ofApi()),
            kilobytes(moved, Transfer::ofApi)));
    moved.forEach(
        each -> lines.add("    %6d %s".formatted(each.bytes(), each.address().getPath())));
    lines.add("  content ready after   " + page.range());
    lines.add("  an empty page's after " + empty.range());
    lines.add(
        String.format(
            Locale.ROOT,
            "  %.2f times as long; %d pairs by turns, on Lighthouse's phone: slow 4G (%.0f ms before"
                + " each answer, %.2f Mbit/s), a processor %d times slower",
            page.median() / empty.median(),
            ROUNDS,
            Pace.PHONE.latency(),
            Pace.PHONE.down() / 1024,
            Pace.PHONE.processor()));
    return lines;
  }

  /** What a visit moves, each address once. */
  private Collection<Transfer> visit(String path, Times times) {
    try (Gauge gauge = visitor.open(Window.PHONE)) {
      gauge.first(WATCH);
      gauge.slow(Pace.PHONE);
      visitor.visit(gauge, path);
      times.add((long) (gauge.number("globalThis.readyAfter", "page that is ready") * 1e6));
      gauge.untilItRests();
      Map<URI, Transfer> first = new LinkedHashMap<>();
      gauge.transfers().forEach(each -> first.putIfAbsent(each.address(), each));
      return first.values();
    }
  }

  private static double kilobytes(Collection<Transfer> moved, Predicate<Transfer> counted) {
    return moved.stream().filter(counted).mapToLong(Transfer::bytes).sum() / 1e3;
  }
}
