package io.countersign.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the API answered.
 *
 * @param body as JSON; a text node where it is something else, missing where there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
  /** The header's value, empty where it is absent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The text at a JSON pointer, empty where there is none. */
  public String text(String pointer) {
    return body.at(pointer).asText("");
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
