package io.countersign.edge.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** How a body is packed for those who take that (RFC 9110, 12.5.3); the tightest comes first. */
public enum Coding {
  BROTLI("br"),
  GZIP("gzip");

  private final String token;
  private final Pattern taken;

  Coding(String token) {
    this.token = token;
    this.taken = Pattern.compile("(?i)\\b" + token + "\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))");
  }

  /** Its name in headers. */
  String token() {
    return token;
  }

  /** Whether whoever asks takes it. */
  public boolean takenBy(HttpRequest request) {
    String accepted = Objects.requireNonNullElse(request.header("accept-encoding"), "");
    return taken.matcher(accepted).find();
  }

  /** The text as {@link #GZIP}. */
  public static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
