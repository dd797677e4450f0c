package io.countersign.channel;

import io.countersign.fault.Unavailable;
import java.net.URI;
import java.util.Map;

/** Sends JSON to an address outside. */
public interface Poster {
  /**
   * Posts once; redirects are not followed.
   *
   * @param headers besides those that say what the body is
   * @throws NoAnswer when none came; it is not known whether it arrived
   */
  Answer post(URI address, Map<String, String> headers, String json);

  /**
   * What came back.
   *
   * @param retryAfter of the header in seconds, 0 where there is none
   * @param body its beginning
   */
  record Answer(int status, int retryAfter, String body) {}

  /** The other side did not answer; the message names neither address nor credential. */
  final class NoAnswer extends Unavailable {
    private static final long serialVersionUID = 1;

    public NoAnswer(String message) {
      super(message);
    }
  }
}
