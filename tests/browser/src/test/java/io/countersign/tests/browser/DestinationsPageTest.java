package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.text.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Destinations are added, tried and made to catch up in the dashboard. */
class DestinationsPageTest {
  private final Scene scene = Scene.unprotected();
  private final String page = "/settings/destinations/" + scene.project();
  private final AtomicInteger status = new AtomicInteger(503);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void hangUp() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status.get(), -1);
    exchange.close();
  }

  @Test
  void a_webhook_is_added_tried_mended_and_has_everything_sent() {
    scene.holds("/there-before", "{}");
    try (Browser ada = Browser.of(Person.ADA, Screen.PHONE, page)) {
      assertThat(ada.page().getByText("Nothing follows a merge yet")).isVisible();
      ada.page().getByText("Add a destination").click();
      ada.page().getByText("Webhook", new Page.GetByTextOptions().setExact(true)).click();
      ada.page().getByLabel("Environment").selectOption("prod");
      ada.page().getByLabel("Address").fill("http://10.0.0.1/hook");
      ada.button("Make a new key").click();
      String key = ada.page().getByLabel("Signing key").inputValue();
      assertThat(key).startsWith("whsec_").hasSize(50);
      ada.button("Add it").click();
      assertThat(ada.page().locator("form")).containsText("Must begin with https://");
      ada.looksRight("destination refused");
      ada.page().getByLabel("Address").fill("http://127.0.0.1:" + server.getAddress().getPort());
      ada.page().getByLabel("Agreed").check();
      ada.button("Add it").click();
      assertThat(ada.heading("webhook")).isVisible();
      ada.button("Test").click();
      assertThat(ada.page().locator("main")).containsText("It cannot be reached. it answered 503");
      status.set(204);
      ada.button("Test").click();
      assertThat(ada.page().locator("main")).containsText("It can be reached.");
      ada.button("Sync now").click();
      assertThat(ada.page().locator("main")).containsText("1 document, all synced.");
      assertThat(ada.page().content()).doesNotContain(key);
      ada.looksRight("destination");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void a_merged_request_says_where_it_arrived_and_leads_there() {
    Scene asking = Scene.askingFor(1);
    assertThat(asking.followed().status()).isEqualTo(201);
    Proposal proposal = asking.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    proposal.until(request -> request.at("/syncs/0/status").asText().equals("SYNCED"));
    try (Browser ada = Browser.of(Person.ADA, Screen.DESKTOP, "/requests/" + proposal.id())) {
      assertThat(ada.page().getByText("Synced everywhere.")).isVisible();
      ada.page().locator("section:has(#destinations)").getByText("ssm").click();
      assertThat(ada.heading("ssm")).isVisible();
      assertThat(ada.page().locator("main")).containsText("SSM Parameter Store");
      assertThat(ada.page().locator("main")).containsText("1 document, all synced.");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void whoever_may_not_write_them_sees_them_and_why_not_more() {
    assertThat(scene.followed().status()).isEqualTo(201);
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP_DARK, page + "/ssm")) {
      assertThat(dan.heading("ssm")).isVisible();
      assertThat(dan.button("Sync now")).hasCount(0);
      assertThat(dan.page().locator("main")).containsText("destinations:write");
      assertThat(dan.complaints()).isEmpty();
    }
  }
}
