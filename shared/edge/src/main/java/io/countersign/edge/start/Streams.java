package io.countersign.edge.start;

import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Lambda's streams as JSON. */
public final class Streams {
  private Streams() {}

  /** Answers one event. */
  public static void answer(InputStream in, OutputStream out, UnaryOperator<Json> function) {
    try {
      Json event = JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      out.write(function.apply(event).text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
