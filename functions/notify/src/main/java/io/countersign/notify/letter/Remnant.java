package io.countersign.notify.letter;

import io.countersign.revision.Remains;
import java.util.List;

/**
 * What a failed merge has left in one document.
 *
 * @param document its environment and path
 * @param live whether the change is live there
 * @param truth what is known of it
 */
public record Remnant(String document, String live, String truth) {
  /** What all documents were left with. */
  public static List<Remnant> of(List<Remains> documents) {
    return documents.stream().map(Remnant::of).toList();
  }

  private static Remnant of(Remains remains) {
    String live =
        switch (remains.state()) {
          case HELD -> "The change is live.";
          case IN_DOUBT -> "The change may be live.";
          case NOT_HELD -> "Nothing of the change is live.";
        };
    return new Remnant(
        Said.title(remains.document().environment() + "" + remains.document().path()),
        live,
        Said.text(remains.message()));
  }
}
