package io.countersign.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.countersign.local.people.Person;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Chromium, which {@code ./dev test} has found, on a page of a form, a button and its dialog. */
class TabTest {
  private static final String PAGE =
      """
      <!doctype html>
      <style>
        body { margin: 0; height: 3000px; background: white; }
        @media (prefers-color-scheme: dark) { body { background: black; color: white; } }
        #veil { position: fixed; inset: 0; background: red; }
      </style>
      <main aria-busy="true">
        <h1>A page</h1>
        <p id="said"></p>
        <form action="javascript:said.textContent = username.value + ' ' + password.value">
          <input name="username" id="username"><input name="password" id="password">
          <button type="submit">Sign in</button>
        </form>
        <button onclick="setTimeout(() => ask.showModal(), 200)">Approve</button>
        <dialog id="ask"><button onclick="said.textContent = 'approved'">Approve</button></dialog>
        <button onclick="said.textContent += ' pressed'">Covered</button>
      </main>
      <div id="veil" hidden></div>
      <script>
        setTimeout(() => document.querySelector("main").removeAttribute("aria-busy"), 300);
        if (location.search === "?veiled") {
          veil.hidden = false;
          setTimeout(() => { said.textContent = "bare"; veil.hidden = true; }, 500);
        }
      </script>
      """;

  @TempDir static Path folder;
  private static HttpServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    String program = Objects.requireNonNull(System.getProperty("browser"), "no Chromium found");
    chromium = Chromium.start(Path.of(program), folder);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.stop(0);
  }

  private static Tab tab(String path) {
    Tab tab = chromium.open(Window.PHONE);
    tab.goTo("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return tab;
  }

  private static void until(Tab tab, String words) {
    await().until(() -> tab.text().contains(words));
  }

  @Test
  void browserThatAScriptStartsEndsWithTheScript() throws IOException, InterruptedException {
    Path script = folder.resolve("launcher");
    Files.writeString(script, "#!/bin/sh\n\"" + System.getProperty("browser") + "\" \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Set<ProcessHandle> before = descendants();
    Set<ProcessHandle> started;
    try (Chromium _ = Chromium.start(script, folder.resolve("by-script"))) {
      started = descendants();
      started.removeAll(before);
      assertThat(started).hasSizeGreaterThan(1);
    }
    await().until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Set<ProcessHandle> descendants() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  @Test
  void somebodySignsInByTyping() {
    try (Tab tab = tab("/")) {
      tab.signIn(Person.AMY);
      until(tab, "amy@example.com countersign-amy");
    }
  }

  @Test
  void confirmingWaitsForTheDialog() {
    try (Tab tab = tab("/")) {
      tab.press("Approve");
      tab.confirm("Approve");
      until(tab, "approved");
    }
  }

  @Test
  void whatIsCoveredIsPressedOnceItIsBare() {
    try (Tab tab = tab("/?veiled")) {
      tab.press("Covered");
      until(tab, "bare pressed");
    }
  }

  @Test
  void pictureHasTheWholePageInTheSchemeOfItsWindow() throws IOException {
    try (Tab tab = tab("/")) {
      tab.untilLoaded();
      assertThat(colour(tab, Window.PHONE, 390)).isEqualTo(0xFFFFFF);
      assertThat(colour(tab, Window.DESKTOP_DARK, 1280)).isZero();
    }
  }

  private static int colour(Tab tab, Window window, int width) throws IOException {
    Path file = folder.resolve(window.label() + ".png");
    tab.picture(window, file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isGreaterThanOrEqualTo(3000);
    return picture.getRGB(200, 2900) & 0xFFFFFF;
  }
}
