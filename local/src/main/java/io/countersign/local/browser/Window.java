package io.countersign.local.browser;

/** Where a page is shown: each width in light and dark. */
public enum Window {
  PHONE(390, 844, "light"),
  PHONE_DARK(390, 844, "dark"),
  DESKTOP(1280, 800, "light"),
  DESKTOP_DARK(1280, 800, "dark");

  private final int width;
  private final int height;
  private final String scheme;

  Window(int width, int height, String scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  String scheme() {
    return scheme;
  }

  /** As in {@code 390-dark}. */
  public String label() {
    return width + "-" + scheme;
  }
}
