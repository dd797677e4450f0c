package io.countersign.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One key of a document and its value.
 *
 * @param name the key, with its escapes decoded; any text, the empty one included
 * @param kind what the value is
 * @param raw the value's token as it stands in the document, with quotes and escapes; in a
 *     plain-text document the whole text
 * @param text the value: a string's decoded text, otherwise the token
 */
public record Member(String name, Kind kind, String raw, String text) {

  /**
   * The bytes that an HMAC of the value is taken over: one byte for the kind, then the UTF-8 of
   * {@link #text()}. So a string is equal to itself however it is escaped, and {@code "5"} differs
   * from {@code 5}; numbers are compared as written ({@code 1.0} differs from {@code 1}).
   */
  public byte[] canonical() {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + value.length).put(kind.code()).put(value).array();
  }

  /** Name and kind; the value is a secret and stays out of every log line. */
  @Override
  public String toString() {
    return "Member[" + Shown.name(name) + " " + kind + "]";
  }
}
