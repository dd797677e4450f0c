package io.countersign.tests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.countersign.local.people.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One person's browser, and everything that its console complained of. */
final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, BrowserContext context) {
    this.playwright = playwright;
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

  /** Opens Chromium, which {@code ./dev test} has found. */
  static Browser open(int width, int height) {
    String path = System.getProperty("browser");
    if (path == null) {
      throw new IllegalStateException("no Chromium found: install the package chromium");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(options)
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, height)));
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

  /** What broke the content security policy, and errors of scripts. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
