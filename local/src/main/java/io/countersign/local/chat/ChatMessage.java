package io.countersign.local.chat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as it is shown.
 *
 * @param place the Slack channel's id, or the path of the Teams webhook
 * @param id Slack's {@code ts}; empty in Teams
 * @param thread the message that it answers, or empty
 * @param body as it was sent, or last edited
 */
public record ChatMessage(String place, String id, String thread, JsonNode body) {
  /** What notifications say of it; of a card all of it. */
  public String text() {
    return body.has("text") ? body.path("text").asText() : body.toString();
  }
}
