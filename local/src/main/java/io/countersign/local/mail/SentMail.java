package io.countersign.local.mail;

import java.util.List;

/** A mail that was sent; {@code html} is empty where there is none. */
public record SentMail(
    String id, String from, List<String> to, String subject, String text, String html, String at) {
  public SentMail {
    to = List.copyOf(to);
  }
}
