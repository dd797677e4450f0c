package io.countersign.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.browser.Chromium;
import io.countersign.local.browser.Gauge;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;
import io.countersign.local.story.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The deployed stack with its people, rules and requests, and a Chromium, until the process ends.
 */
record Venue(LocalStack stack, Chromium chromium) {
  private static @Nullable Venue shared;

  /** The one of this process, set up when it is first asked for. */
  static Venue shared() throws IOException, InterruptedException {
    Venue venue = shared;
    if (venue == null) {
      String browser = System.getProperty("browser");
      if (browser == null) {
        throw new IllegalStateException("no Chromium found: install the package chromium");
      }
      LocalStack stack = LocalStack.shared();
      new Stage(stack).set();
      venue =
          new Venue(stack, Chromium.start(Path.of(browser), stack.logs().resolveSibling("tmp")));
      shared = venue;
    }
    return venue;
  }

  /** That person's sign-in, as the dashboard keeps it in a tab. */
  Visitor signIn(Person person) {
    try (Gauge gauge = Gauge.on(chromium.open(Window.PHONE))) {
      gauge.tab().goTo(stack.dashboard() + "/");
      gauge.tab().signIn(person);
      gauge.tab().untilLoaded();
      return new Visitor(this, gauge.text("JSON.stringify(sessionStorage)"));
    }
  }

  /** The answer to a call that must succeed. */
  Answer post(Person person, String path, String body) {
    Answer answer = stack.as(person).post(path, body);
    if (answer.status() >= 300) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer;
  }

  /** The id of the request with that title. */
  String request(String title) {
    for (JsonNode item :
        stack.as(Person.ADA).get("v1/change-requests?project=payments").body().path("items")) {
      if (item.path("title").asText().equals(title)) {
        return item.path("id").asText();
      }
    }
    throw new IllegalStateException("there is no request " + TextNode.valueOf(title));
  }
}
