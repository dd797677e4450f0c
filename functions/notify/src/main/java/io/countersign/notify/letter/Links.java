package io.countersign.notify.letter;

import io.countersign.revision.RequestId;
import java.net.URI;
import java.util.Objects;

/**
 * Where requests are found.
 *
 * @param base the dashboard's address
 */
public record Links(String base) {
  public Links {
    while (base.endsWith("/")) {
      base = base.substring(0, base.length() - 1);
    }
  }

  /** The request's page; it holds no token, so that the link by itself can do nothing. */
  public String page(RequestId request) {
    return base + "/requests/" + request;
  }

  /** The made-up root of the thread that all mails of a request are answers in. */
  public String thread(RequestId request) {
    String host = Objects.requireNonNullElse(URI.create(base).getHost(), "countersign");
    return "<" + request + "@" + host + ">";
  }
}
