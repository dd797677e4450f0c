package io.countersign.wire;

import io.countersign.journal.Deed;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import io.countersign.store.Journal;
import java.time.Instant;

/** Deeds of a journal as JSON; the text is what the hash chain covers. */
public final class DeedJson {
  private DeedJson() {}

  /** The whole record of a deed. */
  public static Json.Obj record(ProjectId project, long sequence, Instant at, Deed deed) {
    Json.Builder json =
        Json.object()
            .put("id", Journal.name(project) + "#" + sequence)
            .put("project", project.value())
            .put("sequence", sequence)
            .put("type", word(deed))
            .put("at", at)
            .put("by", deed.by().value());
    return switch (deed) {
      case Deed.Revealed revealed ->
          json.put("document", PartsJson.document(revealed.document()))
              .put("key", revealed.key())
              .put("versionId", revealed.versionId())
              .putIf("grant", AccessJson.text(revealed.grant()))
              .build();
      case Deed.SetupBegun _ -> json.build();
      case Deed.SetupEnded ended -> json.put("with", ended.with().value()).build();
      case Deed.RulesWritten written ->
          json.put("things", EditJson.things(written.things())).build();
    };
  }

  private static String word(Deed deed) {
    return switch (deed) {
      case Deed.Revealed _ -> "Revealed";
      case Deed.SetupBegun _ -> "SetupBegun";
      case Deed.SetupEnded _ -> "SetupEnded";
      case Deed.RulesWritten _ -> "RulesWritten";
    };
  }
}
