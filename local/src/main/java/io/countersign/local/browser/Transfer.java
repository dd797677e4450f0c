package io.countersign.local.browser;

import java.net.URI;

/**
 * A request of a tab and its answer.
 *
 * @param bytes that came, with the headers and as packed as they came; nothing where it failed
 */
public record Transfer(URI address, long bytes) {
  /** Whether it is a call of the API, in contrast to the dashboard's files. */
  public boolean ofApi() {
    return address.getPath().startsWith("/v1/");
  }
}
