package io.countersign.sync;

import io.countersign.destination.Written.Place;
import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.fault.Unavailable;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.revision.Landed;
import io.countersign.vault.Seen;
import java.util.Objects;

/**
 * Pushes what is current, and again until nothing moved meanwhile: whoever writes last has looked
 * after writing, so older values never stay on top of newer ones.
 */
final class Push {
  private static final int MOST_PASSES = 8;

  private final Secrets secrets;
  private final Overwriting overwriting;
  private final Scope scope;

  Push(Secrets secrets, Overwriting overwriting, Scope scope) {
    this.secrets = secrets;
    this.overwriting = overwriting;
    this.scope = scope;
  }

  /**
   * Pushes the document as it is now, which may be newer than what landed.
   *
   * @param event the id of the event that says so
   */
  Pushed to(Destination destination, Rules rules, Landed landed, String event) {
    DocumentId document = landed.document();
    Environment environment = rules.environments().get(document.environment());
    String hindrance = scope.hindrance(environment, destination);
    if (hindrance != null) {
      return Pushed.failed(landed.versionId(), hindrance);
    }
    String name = Objects.requireNonNull(environment).secretPrefix().secretName(document.path());
    Place place = new Place(rules.project().id(), destination.id(), document);
    Run run = Run.of(event, place, destination);
    Pushed pushed = passes(name, landed, run);
    overwriting.end(run);
    return pushed;
  }

  private Pushed passes(String name, Landed landed, Run run) {
    Seen seen = look(name, landed);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      if (!(seen instanceof Seen.Present present)) {
        return Pushed.failed(landed.versionId(), absence(seen));
      }
      Pushed pushed = pass(present, run);
      seen = look(name, landed);
      if (seen instanceof Seen.Present now && now.current().equals(present.current())) {
        return pushed;
      }
    }
    throw new KeepsMoving();
  }

  /** What the merge removed is empty, whether or not AWS has marked it for deletion by now. */
  private Seen look(String name, Landed landed) {
    Seen seen = secrets.read(name);
    return landed.fate() == Landed.Fate.REMOVED
            && seen instanceof Seen.Deleted(String arn, String current)
            && landed.versionId().equals(current)
        ? new Seen.Present(arn, landed.versionId(), null, Document.EMPTY.text(), null)
        : seen;
  }

  private Pushed pass(Seen.Present present, Run run) {
    String text = present.text();
    if (text == null) {
      return Pushed.failed(present.current(), "the secret is binary");
    }
    return switch (Document.parse(text)) {
      case Parsed.Unreadable(_, String why) -> Pushed.failed(present.current(), why);
      case Parsed.Readable(Document document) ->
          Pushed.without(present.current(), overwriting.write(document, run));
    };
  }

  private static String absence(Seen seen) {
    return seen instanceof Seen.Deleted
        ? "the secret was deleted meanwhile"
        : "there is no such secret any more";
  }

  /** The document changed under each of many passes. */
  static final class KeepsMoving extends Unavailable {
    private static final long serialVersionUID = 1;

    KeepsMoving() {
      super("the document keeps changing");
    }
  }
}
