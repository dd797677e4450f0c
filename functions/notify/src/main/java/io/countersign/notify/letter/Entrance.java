package io.countersign.notify.letter;

/**
 * The reader's way to the request.
 *
 * @param link to its page
 * @param code with which the reader may vote there without signing in, or empty
 * @param until when that is too late; empty without a code
 */
public record Entrance(String link, String code, String until) {
  /** The page, and nothing that does without a sign-in. */
  public static Entrance to(String page) {
    return new Entrance(page, "", "");
  }
}
