package io.countersign.query;

import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.query.reveal.Managed;
import io.countersign.request.Status;
import io.countersign.revision.DocumentBase;
import io.countersign.vault.Edition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an open request are others in the store than when its revision was made: what
 * a merge could meet as a conflict. It reads secrets and versions, never values, so that nobody
 * learns whether a proposed value is there already (rule 8).
 */
record Moved(Managed managed) {
  /** What became of a document meanwhile. */
  enum Fate {
    WRITTEN("was written to since this revision was made"),
    MADE("was not there when this revision was made, and is now"),
    GONE("is gone since this revision was made"),
    REPLACED("was deleted and made again since this revision was made");

    private final String words;

    Fate(String words) {
      this.words = words;
    }
  }

  /** Those that moved; none once the request is not open. */
  Json of(Look look) {
    List<Json> moved = new ArrayList<>();
    if (look.request().status() == Status.OPEN) {
      for (DocumentBase base : look.revision().documents()) {
        Fate fate = fate(base, look.rules());
        if (fate != null) {
          moved.add(json(base.document(), fate));
        }
      }
    }
    return new Json.Arr(moved);
  }

  private static Json json(DocumentId document, Fate fate) {
    return Json.object()
        .put("environment", document.environment().value())
        .put("path", document.path().value())
        .put("fate", fate.name())
        .put("message", document + " " + fate.words + ".")
        .build();
  }

  private @Nullable Fate fate(DocumentBase base, Rules rules) {
    Edition now = managed.edition(base.document(), rules);
    if (now == null) {
      return base.arn() == null ? null : Fate.GONE;
    }
    if (base.arn() == null) {
      return Fate.MADE;
    }
    if (!now.arn().equals(base.arn())) {
      return Fate.REPLACED;
    }
    return now.versionId().equals(base.versionId()) ? null : Fate.WRITTEN;
  }
}
