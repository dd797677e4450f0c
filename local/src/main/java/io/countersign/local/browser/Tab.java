package io.countersign.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.local.people.Person;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/** One page of one person, used as people use it: what cannot be seen cannot be pressed. */
public final class Tab implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DevTools tools;
  private final String context;
  private final String session;

  Tab(DevTools tools, String context, String session) {
    this.tools = tools;
    this.context = context;
    this.session = session;
  }

  /** Shows the same page in another window; without motion, its colours are there at once. */
  public void turnTo(Window window) {
    stretch(window.width(), window.height());
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", window.scheme()),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  private void stretch(int width, int height) {
    Map<String, ?> size =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    call("Emulation.setDeviceMetricsOverride", size);
  }

  public void goTo(String address) {
    call("Page.navigate", Map.of("url", address));
  }

  /** Fills the sign-in page that the dashboard leads to. */
  public void signIn(Person person) {
    type("input[name=username]", person.email());
    type("input[name=password]", person.password());
    press("document.querySelector(\"button[type=submit], input[type=submit]\")", "sign in");
  }

  /** Types into a field until it holds the text: a page that is still loading may take it away. */
  private void type(String selector, String text) {
    String field = "document.querySelector(" + TextNode.valueOf(selector) + ")";
    until(
        Awaitility.await(),
        () -> {
          evaluate(field + "?.select()");
          call("Input.insertText", Map.of("text", text));
          return evaluate(field + "?.value === " + TextNode.valueOf(text));
        },
        selector);
  }

  /** Presses a button of the page, once it is there. */
  public void press(String button) {
    press(named("main button", button), button);
  }

  /** Presses a button of the dialog that is open or opens now. */
  public void confirm(String button) {
    press(named("dialog[open] button", button), button);
  }

  private static String named(String selector, String name) {
    return """
        [...document.querySelectorAll(%s)]
          .find((each) => each.textContent.trim() === %s && !each.disabled)"""
        .formatted(TextNode.valueOf(selector), TextNode.valueOf(name));
  }

  /** Presses an element where it rests and nothing covers it. */
  private void press(String element, String what) {
    JsonNode place =
        until(
            """
            (async () => {
              const element = %s;
              element.scrollIntoView({ block: "center" });
              const place = () => {
                const { left, top, width, height } = element.getBoundingClientRect();
                return [left + width / 2, top + height / 2];
              };
              const [x, y] = place();
              await new Promise((later) => setTimeout(later, 50));
              const rests = document.readyState === "complete" && `${place()}` === `${[x, y]}`;
              return rests && element.contains(document.elementFromPoint(x, y)) && { x, y };
            })()"""
                .formatted(element),
            what);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              place.path("x").asDouble(),
              "y",
              place.path("y").asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Waits for a heading with these words. */
  public void untilHeading(String words) {
    until(
        "[...document.querySelectorAll(\"h1, h2\")].some((each) => each.textContent.includes("
            + TextNode.valueOf(words)
            + "))",
        "heading " + words);
  }

  /** Waits for a page of the dashboard that waits for nothing any more. */
  public void untilLoaded() {
    String loaded =
        """
        document.querySelector("main h1") !== null
          && document.querySelector("[aria-busy=true]") === null""";
    until(
        Awaitility.await().during(Duration.ofMillis(400)),
        () -> evaluate(loaded),
        "page that has all");
  }

  /** What people can read. */
  public String text() {
    return evaluate("document.body.innerText").asText();
  }

  public String address() {
    return evaluate("location.href").asText();
  }

  /** Takes a picture of the whole page, as in a window of that width that is as high as it. */
  public void picture(Window window, Path file) throws IOException {
    turnTo(window);
    int height = evaluate("document.documentElement.scrollHeight").asInt();
    stretch(window.width(), Math.max(height, window.height()));
    JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
  }

  /** The expression's value once it is neither false nor nothing. */
  JsonNode until(String expression, String what) {
    return until(Awaitility.await(), () -> evaluate(expression), what);
  }

  private JsonNode until(ConditionFactory wait, Callable<JsonNode> look, String what) {
    try {
      return wait.atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(look, value -> value.isObject() || value.asBoolean());
    } catch (ConditionTimeoutException e) {
      throw new StackFailure("There is no " + what + " at " + address() + ":\n" + text(), e);
    }
  }

  /**
   * Beside the page's own scripts; nothing where the expression fails, also because one page gives
   * way to another.
   */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    return answer.has("exceptionDetails") ? MissingNode.getInstance() : answer.at("/result/value");
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    return tools.call(session, method, parameters).path("result");
  }

  void hear(Consumer<JsonNode> listener) {
    tools.hear(session, listener);
  }

  @Override
  public void close() {
    tools.call("Target.disposeBrowserContext", Map.of("browserContextId", context));
  }
}
