package io.countersign.wire;

import io.countersign.destination.Lane;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.Source;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The small things that many records hold. */
public final class PartsJson {
  private PartsJson() {}

  public static Json document(DocumentId document) {
    return Json.object()
        .put("environment", document.environment().value())
        .put("path", document.path().value())
        .build();
  }

  public static DocumentId document(Fields json) {
    return new DocumentId(
        json.typed("environment", EnvironmentId::new), json.typed("path", DocumentPath::new));
  }

  static Json.Builder lane(Lane lane) {
    return Json.object()
        .put("project", lane.project().value())
        .put("destination", lane.destination().value());
  }

  static Lane lane(Fields json) {
    return new Lane(
        json.typed("project", ProjectId::of), json.typed("destination", DestinationId::new));
  }

  /** Where a copied value stands. */
  public static Json source(Source source) {
    return Json.object()
        .put("environment", source.document().environment().value())
        .put("path", source.document().path().value())
        .put("key", source.key())
        .put("version", source.version().id())
        .build();
  }

  static Source source(Fields json) {
    return new Source(new Source.Version(document(json), json.text("version")), json.text("key"));
  }

  public static Json landed(Landed landed) {
    return landed(landed, Integer.MAX_VALUE);
  }

  /** With at most so many key names, and how many there are. */
  static Json landed(Landed landed, int keys) {
    return Json.object()
        .put("environment", landed.document().environment().value())
        .put("path", landed.document().path().value())
        .put("arn", landed.arn())
        .put("versionId", landed.versionId())
        .put("keys", Json.texts(landed.keys().stream().limit(keys).toList()))
        .put("keyCount", landed.keys().size())
        .put("deleted", landed.fate() == Landed.Fate.REMOVED)
        .build();
  }

  static Landed landed(Fields json) {
    return new Landed(
        document(json),
        json.text("arn"),
        json.text("versionId"),
        json.typedList("keys", key -> key),
        json.flagOr("deleted", false) ? Landed.Fate.REMOVED : Landed.Fate.WRITTEN);
  }

  /** What a failed merge left in one document. */
  public static Json remains(Remains remains) {
    return Json.object()
        .put("environment", remains.document().environment().value())
        .put("path", remains.document().path().value())
        .put("state", remains.state().name())
        .put("versionId", remains.versionId())
        .put("message", remains.message())
        .build();
  }

  static Remains remains(Fields json) {
    return new Remains(
        document(json),
        json.typed("state", Remains.State::valueOf),
        json.optionalText("versionId"),
        json.text("message"));
  }

  public static Json reason(Reason reason) {
    return Json.object()
        .put("code", reason.code())
        .put("message", reason.message())
        .put("clearedBy", Json.texts(reason.clearedBy()))
        .build();
  }

  static Reason reason(Fields json) {
    return new Reason(
        json.text("code"),
        json.text("message"),
        sorted(json.typedList("clearedBy", PersonId::new)));
  }

  static <T extends Comparable<? super T>> SortedSet<T> sorted(Collection<T> items) {
    return new TreeSet<>(items);
  }
}
