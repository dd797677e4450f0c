package io.countersign.request;

import io.countersign.explain.Refusal;
import java.util.List;

/** What a command came to. */
public sealed interface Outcome {
  /** These happened, in this order; never empty. */
  record Accepted(List<Event> events) implements Outcome {}

  /** Nothing happened. */
  record Refused(Refusal refusal) implements Outcome {}
}
