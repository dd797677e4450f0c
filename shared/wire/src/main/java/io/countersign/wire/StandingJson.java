package io.countersign.wire;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.destination.Standing;
import io.countersign.destination.Sync;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at destinations: as stored, as shown, and the message that a lane be looked at.
 */
public final class StandingJson {
  private static final String LANE = "lane";
  private static final String EVERYTHING = "everything";

  private StandingJson() {}

  public static Json.Obj write(Cargo cargo) {
    return switch (cargo) {
      case Cargo.Content(var document) ->
          Json.object().put("document", PartsJson.document(document)).build();
      case Cargo.News(var request, long sequence) ->
          Json.object().put("request", request.toString()).put("sequence", sequence).build();
    };
  }

  public static Cargo cargo(Json stored) {
    Fields json = Fields.of(stored);
    Fields document = json.optionalObject("document");
    return document != null
        ? new Cargo.Content(PartsJson.document(document))
        : new Cargo.News(json.typed("request", RequestId::parse), json.number("sequence"));
  }

  /** Nothing came of it yet. */
  public static Json.Obj begun(Instant at) {
    return Json.object()
        .put("status", Sync.Status.WAITING.name())
        .put("names", Json.texts(List.of()))
        .put("at", at)
        .build();
  }

  /** What came of it last; what is to be done stands beside it. */
  public static Json.Obj write(Standing standing) {
    return members(standing).build();
  }

  /**
   * What came of it last, with what stands beside it.
   *
   * @param due null where nothing is to be done
   * @param attempts since it was asked for last
   */
  public static Standing read(
      Json stored,
      Lane lane,
      Cargo cargo,
      SortedSet<RequestId> requests,
      long asked,
      @Nullable Instant due,
      int attempts) {
    Fields json = Fields.of(stored);
    Sync.Status last = json.choice("status", Sync.Status.class);
    return new Standing(
        lane,
        cargo,
        due != null && last != Sync.Status.FAILED ? Sync.Status.WAITING : last,
        json.optionalText("versionId"),
        json.optionalText("reason"),
        json.typedList("names", name -> name),
        attempts,
        requests,
        asked,
        json.typed("at", Instant::parse),
        due);
  }

  /** A document's, as the API shows it. */
  public static Json.Obj shown(Standing standing) {
    Cargo.Content content = (Cargo.Content) standing.cargo();
    return members(standing)
        .put("attempts", standing.attempts())
        .put("environment", content.document().environment().value())
        .put("path", content.document().path().value())
        .put("nextTry", standing.due())
        .build();
  }

  private static Json.Builder members(Standing standing) {
    return Json.object()
        .put("status", standing.status().name())
        .put("versionId", standing.versionId())
        .put("reason", standing.reason())
        .put("names", Json.texts(standing.names()))
        .put("at", standing.at());
  }

  /** The message that somebody should look at a lane. */
  public static Json.Obj message(Lane lane) {
    return Json.object().put(LANE, PartsJson.lane(lane).build()).build();
  }

  /** The lane of such a message, or null. */
  public static @Nullable Lane lane(Json.Obj message) {
    Fields lane = Fields.of(message).optionalObject(LANE);
    return lane == null ? null : PartsJson.lane(lane);
  }

  /** The message that everything, or the document of this path, be brought to a destination. */
  public static Json.Obj everything(Lane lane, @Nullable DocumentPath path) {
    return Json.object()
        .put(
            EVERYTHING,
            PartsJson.lane(lane).putIf("path", path == null ? null : path.value()).build())
        .build();
  }

  /** What such a message asks for, or null where it is another. */
  public static @Nullable Everything everything(Json.Obj message) {
    Fields asked = Fields.of(message).optionalObject(EVERYTHING);
    return asked == null
        ? null
        : new Everything(PartsJson.lane(asked), asked.optionalTyped("path", DocumentPath::new));
  }

  /**
   * A wish that everything be brought to a destination.
   *
   * @param path of the one document that is, or null
   */
  public record Everything(Lane lane, @Nullable DocumentPath path) {}
}
