package io.countersign.governance;

import io.countersign.project.Sink;
import io.countersign.rule.Edit;
import org.jspecify.annotations.Nullable;

/**
 * A prefix that an edit makes somebody's own.
 *
 * @param owner as the registry of prefixes has it
 * @param field that it comes from
 */
record Claim(String prefix, String owner, String field) {
  /** Of an environment or a destination; null of anything else. */
  static @Nullable Claim of(Edit edit) {
    return switch (edit) {
      case Edit.OfEnvironment of ->
          new Claim(
              of.after().secretPrefix().value(),
              of.project() + "/" + of.after().id(),
              "secretPrefix");
      case Edit.OfDestination of when of.after().sink() instanceof Sink.Parameters sink ->
          new Claim(
              sink.prefix(), of.project() + "/destinations/" + of.after().id(), "parameterPrefix");
      default -> null;
    };
  }
}
