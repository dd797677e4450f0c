package io.countersign.notify.letter;

import io.countersign.link.LinkToken;
import io.countersign.project.ProjectId;
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

  /**
   * The request's page; it holds no token, so that the link by itself can do nothing. The mark of
   * the organisation is written so that no mail program takes the link to end there.
   */
  public String page(RequestId request) {
    return base + "/requests/" + request.toString().replace("*", "%2A");
  }

  /** The same page, with what lets its person vote there; a fragment reaches no server. */
  public String ballot(RequestId request, LinkToken token) {
    return page(request) + "#vote=" + token.text();
  }

  /** The page where the channels of a project are mended. */
  public String channels(ProjectId project) {
    return base + "/settings/channels/" + project;
  }

  /** The made-up root of the thread that all mails of a request are answers in. */
  public String thread(RequestId request) {
    String host = Objects.requireNonNullElse(URI.create(base).getHost(), "countersign");
    return "<" + request + "@" + host + ">";
  }
}
