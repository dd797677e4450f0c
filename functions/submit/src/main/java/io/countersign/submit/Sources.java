package io.countersign.submit;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.document.Shown;
import io.countersign.edge.http.Problem.FieldError;
import io.countersign.name.InvalidName;
import io.countersign.proposal.DocumentChange;
import io.countersign.revision.Source;
import io.countersign.vault.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the versions that values are copied from, each once; nobody is shown what they hold. */
final class Sources {
  private final Secrets secrets;
  private final Map<Source.Version, Content> versions = new HashMap<>();
  private final List<FieldError> errors = new ArrayList<>();

  Sources(Secrets secrets) {
    this.secrets = secrets;
  }

  /** What a version holds. */
  private sealed interface Content {
    record Of(Document document) implements Content {}

    /** Nothing that could be copied: which field of the source is wrong, and why. */
    record None(String field, String rule, String message) implements Content {}
  }

  /** The members that the change copies, by the key that gets their value, as far as there are. */
  Map<String, Member> members(DocumentChange change) {
    Map<String, Member> members = new HashMap<>();
    change
        .copy()
        .forEach(
            (key, source) -> {
              String field = change.field() + ".copy." + key;
              switch (versions.computeIfAbsent(source.version(), this::content)) {
                case Content.None(String part, String rule, String message) ->
                    errors.add(new FieldError(field + part, rule, message));
                case Content.Of(Document document) -> {
                  Member member = document.member(source.key());
                  if (member == null) {
                    errors.add(missing(field, source));
                  } else {
                    members.put(key, member);
                  }
                }
              }
            });
    return members;
  }

  /** Everything that stands against copying. */
  List<FieldError> errors() {
    return errors;
  }

  private static FieldError missing(String field, Source source) {
    return new FieldError(
        field + ".key",
        "no-such-key",
        Shown.name(source.key()) + " is not in that version of " + source.document());
  }

  private Content content(Source.Version version) {
    try {
      return secrets.seen(version.document()) instanceof Seen.Present secret
          ? content(version, secret)
          : gone(version);
    } catch (InvalidName e) {
      return new Content.None(".path", e.rule(), "must be " + e.problem());
    }
  }

  private Content content(Source.Version version, Seen.Present secret) {
    String text = secrets.text(secret, version.id());
    if (text == null) {
      return gone(version);
    }
    return switch (Document.parse(text)) {
      case Parsed.Readable(Document document) -> new Content.Of(document);
      case Parsed.Unreadable(Parsed.Reason reason, String message) ->
          new Content.None(".version", reason.code(), "is of a document in which " + message);
    };
  }

  private static Content gone(Source.Version version) {
    return new Content.None(
        ".version",
        "no-such-version",
        "is no version of " + version.document() + " with text that Secrets Manager still keeps");
  }
}
