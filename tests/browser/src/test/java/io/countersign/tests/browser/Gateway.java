package io.countersign.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.countersign.tests.stage.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail gateway that runs the scripts of what a link leads to, and does on each page whatever can
 * be done there without being somebody: every button, every form, again on what comes of that.
 */
final class Gateway {
  private static final int DEPTH = 3;

  /** Counts the calls that are under way, until the page has drawn what came of them. */
  private static final String COUNTING =
      """
      window.underWay = 0;
      const call = window.fetch;
      window.fetch = (...asked) => {
        window.underWay++;
        return call(...asked).finally(() => setTimeout(() => window.underWay--, 100));
      };
      """;

  private static final String TYPING =
      """
      text => document.querySelectorAll("main input, main textarea").forEach(field => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      })
      """;

  private static final String SUBMITTING =
      "() => [...document.forms].forEach(form => { form.requestSubmit(); form.submit(); })";

  private static final String PRESSING =
      "button => document.querySelectorAll('main button, main summary')[button]?.click()";

  private static final String COUNTED =
      "() => document.querySelectorAll('main button, main summary').length";

  private final String link;
  private final String typed;

  /**
   * One that opens this link.
   *
   * @param typed what it types into every field, or nothing
   */
  Gateway(String link, String typed) {
    this.link = link;
    this.typed = typed;
  }

  /** Does all of it; gives how much there was to do. */
  int works() {
    List<List<Integer>> ways = new ArrayList<>(List.of(List.of()));
    int done = 0;
    try (Browser browser = Browser.open(Screen.DESKTOP)) {
      browser.page().addInitScript(COUNTING);
      for (int at = 0; at < ways.size(); at++) {
        List<Integer> way = ways.get(at);
        int more = goes(browser.page(), way);
        done++;
        for (int button = 0; button < more && way.size() < DEPTH; button++) {
          List<Integer> next = new ArrayList<>(way);
          next.add(button);
          ways.add(next);
        }
      }
    }
    return done;
  }

  /** Goes one way from the link on; how many buttons there are at its end. */
  private int goes(Page page, List<Integer> way) {
    leaves(page);
    page.navigate(link);
    settles(page);
    for (int button : way) {
      does(page, TYPING, typed);
      does(page, SUBMITTING, null);
      settles(page);
      does(page, PRESSING, button);
      settles(page);
    }
    return does(page, COUNTED, null);
  }

  /** Also a page that is on its way to the sign-in by itself. */
  private static void leaves(Page page) {
    page.waitForCondition(
        () -> {
          try {
            return page.navigate("about:blank") == null;
          } catch (PlaywrightException e) {
            return false;
          }
        });
  }

  /** What came of it, as a number; 0 beyond the dashboard, and on the way to another page. */
  private static int does(Page page, String script, @Nullable Object argument) {
    try {
      return own(page) && page.evaluate(script, argument) instanceof Integer number ? number : 0;
    } catch (PlaywrightException e) {
      return 0;
    }
  }

  private static void settles(Page page) {
    page.waitForCondition(
        () -> {
          try {
            return page.evaluate("() => window.underWay").equals(0);
          } catch (PlaywrightException e) {
            return false;
          }
        });
  }

  /** Beyond the dashboard there is only the sign-in, which needs a password. */
  private static boolean own(Page page) {
    return page.url().startsWith(World.stack().dashboard() + "");
  }
}
