package io.countersign.bench.page;

import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.local.browser.Gauge;
import io.countersign.local.browser.Window;

/**
 * Somebody signed in.
 *
 * @param session all that a tab keeps of it, as JSON
 */
record Visitor(Venue venue, String session) {
  /** A tab of a new browser, which has nothing but the sign-in: no page and no file was there. */
  Gauge open(Window screen) {
    Gauge gauge = Gauge.on(venue.chromium().open(screen));
    gauge.first(
        """
        if (location.origin === %s && sessionStorage.length === 0) {
          for (const [name, value] of Object.entries(%s)) sessionStorage.setItem(name, value);
        }"""
            .formatted(TextNode.valueOf(venue.stack().dashboard().toString()), session));
    return gauge;
  }

  /** Goes to a place of the dashboard. */
  void visit(Gauge gauge, String path) {
    gauge.tab().goTo(venue.stack().dashboard() + path);
  }
}
