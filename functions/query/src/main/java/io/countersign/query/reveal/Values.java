package io.countersign.query.reveal;

import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Problem;
import io.countersign.edge.log.Log;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Lost;
import io.countersign.proposal.Proposed;
import io.countersign.proposal.Wanted;
import io.countersign.request.Event.What;
import io.countersign.revision.Revision;
import io.countersign.wire.Unsealing;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads the values of a request's key, the proposed one only if it is proven to be the sealed. */
public record Values(Unsealing unsealing, Managed managed) {
  /** The answer, with those values that are to be shown; 409 where they are lost. */
  Json of(Revision revision, Rules rules, DocumentId document, String key, Collection<What> shown) {
    return Json.object()
        .put("environment", document.environment().value())
        .put("path", document.path().value())
        .put("key", key)
        .put("proposed", proposed(revision, document, key))
        .put(
            "current",
            shown.contains(What.CURRENT)
                ? Current.of(document, managed.read(document, rules), key).json().build()
                : new Json.Null())
        .build();
  }

  private Json proposed(Revision revision, DocumentId document, String key) {
    Wanted wanted =
        proven(revision).stream()
            .filter(each -> each.base().document().equals(document))
            .findFirst()
            .orElseThrow(() -> lost().asException());
    return json(Objects.requireNonNull(Proposed.of(wanted, key), "the engine has looked"));
  }

  private List<Wanted> proven(Revision revision) {
    try {
      return unsealing.proven(revision);
    } catch (IllegalArgumentException e) {
      Log.fault("values", e);
      return List.of();
    }
  }

  private static Problem lost() {
    return Answers.problem(
        Refusal.state(Lost.VALUES.code(), Lost.VALUES.message(), List.of(Lost.VALUES)),
        Directory.EMPTY);
  }

  private static Json json(Proposed proposed) {
    Json.Builder json = Json.object();
    return switch (proposed) {
      case Proposed.Value(String text) ->
          json.put("present", true).put("value", text).put("from", new Json.Null()).build();
      case Proposed.Moved(String from) ->
          json.put("present", true).put("value", new Json.Null()).put("from", from).build();
      case Proposed.Gone() ->
          json.put("present", false)
              .put("value", new Json.Null())
              .put("from", new Json.Null())
              .build();
    };
  }
}
