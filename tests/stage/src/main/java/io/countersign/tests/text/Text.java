package io.countersign.tests.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies and values. */
public final class Text {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Text() {}

  /** Maps and lists as JSON; text as it is. */
  public static String of(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A value that is nowhere else. */
  public static String value() {
    return Canaries.remembered(Canaries.MARK + "-" + COUNT.incrementAndGet() + "-value");
  }
}
