package io.countersign.query.reveal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.vault.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What a key holds in Secrets Manager.
 *
 * @param versionId the document's current version, or null where there is no document
 * @param member null where the document has no such key
 */
record Current(@Nullable String versionId, @Nullable Member member) {
  /** 409 where the secret is no document. */
  static Current of(DocumentId document, Seen seen, String key) {
    return switch (seen) {
      case Seen.Missing _, Seen.Deleted _ -> new Current(null, null);
      case Seen.Present present -> {
        if (present.text() == null
            || !(Document.parse(present.text()) instanceof Parsed.Readable(Document content))) {
          throw Problem.of(
                  409,
                  "document-unreadable",
                  document + " is no flat JSON object or text, so it has no keys to show.")
              .asException();
        }
        yield new Current(present.current(), content.member(key));
      }
    };
  }

  Json.Builder json() {
    return Json.object()
        .put("present", member != null)
        .put("value", member == null ? null : member.text())
        .put("kind", member == null ? null : member.kind().name())
        .put("versionId", versionId);
  }

  /** Never shows the value. */
  @Override
  public String toString() {
    return "Current[" + versionId + "]";
  }
}
