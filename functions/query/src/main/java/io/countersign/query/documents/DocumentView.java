package io.countersign.query.documents;

import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.revision.RequestId;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A document as a list shows it: its keys are named, their values are left out. */
record DocumentView(Actor actor, Rules rules, Writers writers, Pending pending) {
  Json of(DocumentId document, Seen.Present present, @Nullable Instant changed) {
    Document content = content(present);
    RequestId request = may(Permission.REQUESTS_READ, document) ? writer(document, present) : null;
    return Json.object()
        .put("path", document.path().value())
        .put("content", form(content))
        .put("keys", content == null ? new Json.Arr(List.of()) : keys(document, content))
        .put("versionId", present.current())
        .put("previousVersionId", present.previous())
        .put("changedAt", changed)
        .put("request", request == null ? null : request.toString())
        .put("pending", pending.of(document))
        .put("hindrance", present.hindrance() == null ? null : present.hindrance().name())
        .put("may", Json.texts(permissions(document)))
        .build();
  }

  /** One that is not there, and that open requests would make. */
  Json proposed(DocumentId document) {
    return Json.object()
        .put("path", document.path().value())
        .put("content", "PROPOSED")
        .put("keys", new Json.Arr(List.of()))
        .put("versionId", new Json.Null())
        .put("previousVersionId", new Json.Null())
        .put("changedAt", new Json.Null())
        .put("request", new Json.Null())
        .put("pending", pending.of(document))
        .put("hindrance", new Json.Null())
        .put("may", Json.texts(permissions(document)))
        .build();
  }

  private @Nullable RequestId writer(DocumentId document, Seen.Present present) {
    return writers.of(document, present.current());
  }

  /** Null for what is no document. */
  static @Nullable Document content(Seen.Present present) {
    return present.text() != null
            && Document.parse(present.text()) instanceof Parsed.Readable(Document content)
        ? content
        : null;
  }

  private static String form(@Nullable Document content) {
    return content == null ? "UNREADABLE" : content.plainText() ? "TEXT" : "OBJECT";
  }

  private Json keys(DocumentId document, Document content) {
    Environment environment =
        Objects.requireNonNull(rules.environments().get(document.environment()));
    return Json.array(
        content.members(),
        (Member member) ->
            Json.object()
                .put("key", member.name())
                .put("kind", member.kind().name())
                .put("rotated", environment.rotates(document.path(), member.name()))
                .build());
  }

  private List<String> permissions(DocumentId document) {
    List<String> permissions = new ArrayList<>();
    if (may(Permission.SECRETS_PROPOSE, document)) {
      permissions.add("propose");
    }
    if (may(Permission.SECRETS_REVEAL, document)) {
      permissions.add("reveal");
    }
    return permissions;
  }

  private boolean may(Permission permission, DocumentId document) {
    return rules.access().allows(actor, permission, document);
  }
}
