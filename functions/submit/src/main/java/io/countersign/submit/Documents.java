package io.countersign.submit;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.edge.http.Problem;
import io.countersign.name.InvalidName;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Found;
import io.countersign.revision.DocumentBase;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the changes are written against, and what they copy. */
record Documents(Vault vault) {
  /** What was found, and everything that stands against writing there. */
  record Read(Map<DocumentId, Found> found, List<Problem.FieldError> errors) {}

  Read read(ChangeSet asked, Rules rules) {
    Secrets secrets = new Secrets(vault, rules);
    Sources sources = new Sources(secrets);
    Map<DocumentId, Found> found = new TreeMap<>();
    List<Problem.FieldError> errors = new ArrayList<>();
    for (ChangeSet.OnDocument each : asked.byDocument()) {
      try {
        read(each, secrets.seen(each.document()), found, errors);
      } catch (InvalidName e) {
        errors.add(error(each, e.rule(), "must be " + e.getMessage()));
      }
    }
    for (DocumentChange change : asked.changes()) {
      if (!change.copy().isEmpty()) {
        found.computeIfPresent(
            change.document(), (_, there) -> there.with(sources.members(change)));
      }
    }
    errors.addAll(sources.errors());
    return new Read(found, errors);
  }

  private static void read(
      ChangeSet.OnDocument asked,
      Seen seen,
      Map<DocumentId, Found> found,
      List<Problem.FieldError> errors) {
    DocumentId document = asked.document();
    switch (seen) {
      // What waits for its deletion counts as not there; the merge takes it back first.
      case Seen.Missing _, Seen.Deleted _ ->
          found.put(document, new Found(new DocumentBase(document, null, null), Document.EMPTY));
      case Seen.Present present -> {
        String hindrance = hindrance(present);
        if (hindrance != null) {
          errors.add(error(asked, "read-only", hindrance));
        } else if (present.text() == null) {
          errors.add(error(asked, "binary", "names a binary secret, which is left untouched"));
        } else {
          switch (Document.parse(present.text())) {
            case Parsed.Readable(Document content) ->
                found.put(
                    document,
                    new Found(
                        new DocumentBase(document, present.arn(), present.current()), content));
            case Parsed.Unreadable(Parsed.Reason reason, String message) ->
                errors.add(error(asked, reason.code(), message));
          }
        }
      }
    }
  }

  private static @Nullable String hindrance(Seen.Present present) {
    return switch (present.hindrance()) {
      case null -> null;
      // These end by themselves; the merge waits for that.
      case ROTATING, CROWDED -> null;
      case MANAGED -> "names a secret that another AWS service manages";
      case REPLICA -> "names a replica of a secret in another region";
    };
  }

  private static Problem.FieldError error(ChangeSet.OnDocument asked, String rule, String message) {
    return new Problem.FieldError(
        asked.field(),
        rule,
        asked.changes().isEmpty() ? "for " + asked.document() + " " + message : message);
  }
}
