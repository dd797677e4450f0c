package io.countersign.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.countersign.local.people.People;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Checkout;
import io.countersign.tests.text.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One person's browser, and everything that its console complained of. */
final class Browser implements AutoCloseable {
  /** Less than the tokens of {@link People} last. */
  private static final Duration SESSION = Duration.ofMinutes(4);

  private static final String LOSING =
      """
      (held) => {
        const real = window.fetch;
        window.fetch = async (to, call) => {
          const answer = await real(to, call);
          if (call?.method !== "POST") return answer;
          window.fetch = real;
          if (held) await new Promise((lost) => (window.lose = lost));
          throw new TypeError("The answer got lost");
        };
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Browser(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && message.text().contains("Policy")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Opens a browser that knows nothing of the others. */
  static Browser open(Screen screen) {
    return new Browser(
        Shared.CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())));
  }

  /** The one Chromium of these tests; it ends with their process. */
  private static final class Shared {
    /**
     * A loaded machine may take longer than the five seconds that are usual: nothing is timed here.
     */
    private static final double PATIENCE_MS = 20_000;

    static final com.microsoft.playwright.Browser CHROMIUM = started();

    /** Starts Chromium, which {@code ./dev test} has found. */
    private static com.microsoft.playwright.Browser started() {
      String path = System.getProperty("browser");
      if (path == null) {
        throw new IllegalStateException("no Chromium found: install the package chromium");
      }
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      BrowserType.LaunchOptions options =
          new BrowserType.LaunchOptions()
              .setExecutablePath(Path.of(path))
              .setArgs(
                  List.of(
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-quic",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync"));
      return playwright.chromium().launch(options);
    }
  }

  /** That person's browser on a page of the dashboard, after a sign-in that nobody had to watch. */
  static Browser of(Person person, Screen screen, String path) {
    Browser browser = open(screen);
    String dashboard = World.stack().dashboard().toString();
    browser.page.navigate(dashboard + "/config.json");
    browser.page.evaluate("session => Object.assign(sessionStorage, session)", session(person));
    browser.page.navigate(dashboard + path);
    return browser;
  }

  /** The same over the sign-in's pages, also for who is no demo person. */
  static Browser signingIn(Person person, Screen screen, String path) {
    Browser browser = open(screen);
    browser.page.navigate(World.stack().dashboard() + path);
    browser.signIn(person);
    return browser;
  }

  /** What a sign-in leaves in its tab. */
  private static Map<String, String> session(Person person) {
    People people = World.stack().people();
    Map<String, Object> tokens =
        Map.of(
            "accessToken",
            people.token(person),
            "email",
            person.email(),
            "expiresAt",
            Instant.now().plus(SESSION).toEpochMilli());
    return Map.of(
        "countersign.session", Text.of(tokens), "countersign.person", people.subject(person));
  }

  Page page() {
    return page;
  }

  /** Fills the sign-in page that the dashboard leads to. */
  void signIn(Person person) {
    page.locator("input[name=username]").fill(person.email());
    page.locator("input[name=password]").fill(person.password());
    page.locator("button[type=submit], input[type=submit]").first().click();
  }

  /** Shows the same page on another screen. */
  void turnTo(Screen screen) {
    page.setViewportSize(screen.width(), screen.height());
    // Without motion, colours are those of the other scheme at once.
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(screen.scheme())
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** The next command is carried out, and its answer gets lost. */
  void losesAnAnswer() {
    page.evaluate(LOSING, false);
  }

  /** The same, but not before {@link #loses}. */
  void holdsAnAnswer() {
    page.evaluate(LOSING, true);
  }

  /** Waits until the command is carried out whose answer is held back. */
  void hasCarriedOut() {
    page.waitForCondition(() -> page.evaluate("() => window.lose !== undefined").equals(true));
  }

  /** Loses the answer that is held back. */
  void loses() {
    page.evaluate("() => window.lose()");
  }

  /** As when somebody goes to another tab. */
  void leaveTab() {
    page.evaluate(
        """
        () => {
          Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        """);
  }

  /** At every size, and to its end, there is no barrier; it is a phone's afterwards. */
  void looksRight(String what) {
    for (Screen screen : Screen.values()) {
      turnTo(screen);
      page.evaluate("() => scrollTo(0, document.body.scrollHeight)");
      assertThat(barriers()).as(what + " on " + screen).isEmpty();
    }
    turnTo(Screen.PHONE);
  }

  /**
   * What breaks the rules for accessible pages, or does not fit into the width; empty for nothing.
   */
  String barriers() {
    CDPSession inside = context.newCDPSession(page);
    evaluate(inside, Checkout.text(Path.of("web/node_modules/axe-core/axe.min.js")));
    return evaluate(
        inside,
        """
        Promise.allSettled(
          // On its way from one colour to another nothing has the contrast that it is to have.
          document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished),
        ).then(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })).then((found) => [
          ...found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
          ...(document.documentElement.scrollWidth > innerWidth ? ["too wide"] : []),
        ].join("\\n"))
        """);
  }

  /** Beside the page's own scripts, so that its content security policy stays as it is. */
  private static String evaluate(CDPSession inside, String script) {
    JsonObject call = new JsonObject();
    call.addProperty("expression", script);
    call.addProperty("awaitPromise", true);
    call.addProperty("returnByValue", true);
    JsonObject reply = inside.send("Runtime.evaluate", call);
    if (reply.has("exceptionDetails")) {
      throw new IllegalStateException("the script failed: " + reply.get("exceptionDetails"));
    }
    JsonObject result = reply.getAsJsonObject("result");
    return result.has("value") ? result.get("value").getAsString() : "";
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** The dialog that is open; its buttons decide. */
  Locator dialog() {
    return page.locator("dialog[open]");
  }

  /** Presses a button of the open dialog. */
  void confirm(String name) {
    dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** What broke the content security policy, and errors of scripts. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
