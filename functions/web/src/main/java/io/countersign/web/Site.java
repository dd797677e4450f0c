package io.countersign.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files there are, by their path; fixed at init from the build's own list. A path that comes in
 * is only ever looked up here, so no path leads anywhere else.
 */
record Site(Asset page, Map<String, Asset> assets) {
  private static final String PAGE = "index.html";

  Site {
    assets = Map.copyOf(assets);
  }

  /**
   * The files inside this function's artifact.
   *
   * @param signIn stands in the page, which so has nothing to ask for before it can begin
   */
  static Site packaged(SignIn signIn) {
    Map<String, Asset> assets = new TreeMap<>();
    text("files")
        .lines()
        .filter(name -> !name.equals(PAGE))
        .forEach(name -> assets.put("/" + name, Asset.of(name, text(name), bytes(name + ".br"))));
    return new Site(Asset.of(PAGE, text(PAGE).replace("%config%", escaped(signIn))), assets);
  }

  /** For an attribute between single quotes. */
  private static String escaped(SignIn signIn) {
    return signIn.config().text().replace("&", "&amp;").replace("'", "&#39;");
  }

  /** The content-hashed file at this path, or null. */
  @Nullable Asset at(String path) {
    return assets.get(path);
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Site.class.getResourceAsStream("/dashboard/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the artifact lacks the dashboard's " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
