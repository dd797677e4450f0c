package io.countersign.wire;

import io.countersign.directory.ActorId;
import io.countersign.directory.GrantId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.DestinationId;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events as JSON; the text is what the hash chain covers. */
public final class EventJson {
  /** Key names in the event that others act on (design §7). */
  private static final int MOST_KEYS = 200;

  private static final String RULES_CHANGED = "Rules Changed";
  private static final String REVEALED = "Revealed";

  /** How a vote is marked whose voter did not sign in. */
  public static final String BY_MAIL = "mail";

  private EventJson() {}

  /** Whether events of this word are told on the bus; the others are for the audit only. */
  public static boolean published(String word) {
    return !word.equals(REVEALED);
  }

  /** The words of what happens to requests themselves, which a webhook may ask to be told of. */
  public static final SortedSet<String> OF_REQUESTS =
      new TreeSet<>(
          List.of(
              "Submitted",
              "Revised",
              "Voted",
              "Agreed",
              "Rejected",
              "Withdrawn",
              "Expired",
              "Commented",
              "Merge Started",
              "Merged",
              "Bypassed",
              "Acknowledged",
              "Conflicted",
              "Failed"));

  /** The event's word (design §7). */
  public static String word(Event event) {
    return switch (event) {
      case Event.Submitted _ -> "Submitted";
      case Event.Revised _ -> "Revised";
      case Event.Voted _ -> "Voted";
      case Event.Agreed _ -> "Agreed";
      case Event.Rejected _ -> "Rejected";
      case Event.Withdrawn _ -> "Withdrawn";
      case Event.Expired _ -> "Expired";
      case Event.Commented _ -> "Commented";
      case Event.MergeStarted _ -> "Merge Started";
      case Event.Merged _ -> "Merged";
      case Event.Bypassed _ -> "Bypassed";
      case Event.AccessGranted _ -> "Access Granted";
      case Event.AccessEnded _ -> "Access Ended";
      case Event.RulesChanged _ -> RULES_CHANGED;
      case Event.Acknowledged _ -> "Acknowledged";
      case Event.SecretsChanged _ -> "Secrets Changed";
      case Event.Conflicted _ -> "Conflicted";
      case Event.Failed _ -> "Failed";
      case Event.DeliveryFailed _ -> "Delivery Failed";
      case Event.SyncFailed _ -> "Sync Failed";
      case Event.Revealed _ -> REVEALED;
    };
  }

  /** The detail type on the bus: {@code Request <word>}, but where that is no word of a request. */
  public static String detailType(String word) {
    return OF_REQUESTS.contains(word) ? "Request " + word : word;
  }

  /** Who did it, or null where nobody but the system did. */
  public static @Nullable ActorId by(Event event) {
    return switch (event) {
      case Event.Submitted submitted -> submitted.author();
      case Event.Revised revised -> revised.author();
      case Event.Voted voted -> voted.voter();
      case Event.Withdrawn withdrawn -> withdrawn.by();
      case Event.Commented commented -> commented.by();
      case Event.MergeStarted started -> started.by();
      case Event.Acknowledged acknowledged -> acknowledged.by();
      case Event.Revealed revealed -> revealed.by();
      case Event.AccessEnded ended -> ended.by();
      case Event.Agreed _,
          Event.Rejected _,
          Event.Expired _,
          Event.Merged _,
          Event.Bypassed _,
          Event.AccessGranted _,
          Event.RulesChanged _,
          Event.SecretsChanged _,
          Event.Conflicted _,
          Event.Failed _,
          Event.Trouble _ ->
          null;
    };
  }

  /** The whole record of an event of a request. */
  public static Json.Obj record(RequestId request, long sequence, Instant at, Event event) {
    Json.Builder json =
        Json.object()
            .put("id", request + "#" + sequence)
            .put("request", request.toString())
            .put("project", request.project().value())
            .put("sequence", sequence)
            .put("type", word(event))
            .put("at", at);
    ActorId by = by(event);
    json.putIf("by", by == null ? null : by.value());
    switch (event) {
      case Event.Submitted submitted ->
          made(
              json,
              submitted.revision(),
              submitted.digest(),
              submitted.title(),
              submitted.scope(),
              submitted.expiresAt());
      case Event.Revised revised ->
          made(
              json,
              revised.revision(),
              revised.digest(),
              revised.title(),
              revised.scope(),
              revised.expiresAt());
      case Event.Voted voted ->
          json.put("digest", voted.digest().hex())
              .put("decision", voted.decision().name())
              .put("comment", voted.comment())
              .putIf("via", via(voted.via()))
              .putIf("lasting", text(voted.lasting()));
      case Event.Agreed agreed ->
          json.put("digest", agreed.digest().hex())
              .put("mergeBy", agreed.mergeBy())
              .put("automatic", agreed.automatic());
      case Event.Rejected rejected -> json.put("digest", rejected.digest().hex());
      case Event.Withdrawn withdrawn -> json.put("reason", withdrawn.reason());
      case Event.Expired _ -> {}
      case Event.Commented commented -> json.put("text", commented.text());
      case Event.MergeStarted started ->
          json.put("digest", started.digest().hex())
              .put("mode", started.mode().name())
              .put("reason", started.reason())
              .put("against", Json.texts(started.against()))
              .put("resume", started.resume());
      case Event.Merged merged ->
          json.put("digest", merged.digest().hex())
              .put("documents", Json.array(merged.documents(), PartsJson::landed));
      case Event.Bypassed bypassed ->
          json.put("digest", bypassed.digest().hex())
              .put("documents", Json.array(bypassed.documents(), PartsJson::landed));
      case Event.AccessGranted granted -> json.put("grant", AccessJson.write(granted.grant()));
      case Event.AccessEnded ended ->
          json.put("grant", AccessJson.write(ended.grant())).put("reason", ended.reason());
      case Event.RulesChanged changed -> json.put("things", EditJson.things(changed.things()));
      case Event.Acknowledged acknowledged -> json.put("text", acknowledged.text());
      case Event.Revealed revealed ->
          json.put("document", PartsJson.document(revealed.document()))
              .put("key", revealed.key())
              .put("what", revealed.what().name())
              .putIf("grant", AccessJson.text(revealed.grant()));
      case Event.SecretsChanged changed ->
          json.put("document", PartsJson.landed(changed.document(), MOST_KEYS));
      case Event.Conflicted conflicted ->
          json.put("digest", conflicted.digest().hex())
              .put("reason", PartsJson.reason(conflicted.reason()))
              .put("dead", conflicted.dead());
      case Event.Failed failed ->
          json.put("digest", failed.digest().hex())
              .put("documents", Json.array(failed.documents(), PartsJson::remains));
      case Event.DeliveryFailed failed ->
          json.put("of", failed.of())
              .put("event", failed.word())
              .put("unreached", Json.array(failed.unreached(), EventJson::unreached));
      case Event.SyncFailed failed ->
          json.put("destination", failed.destination().value())
              .put("document", PartsJson.document(failed.document()))
              .put("versionId", failed.versionId())
              .put("reason", failed.reason())
              .put("attempts", failed.attempts());
    }
    return json.build();
  }

  /** Only what is no sign-in is said: most votes are, and all that were cast before. */
  private static @Nullable String via(Event.Via via) {
    return switch (via) {
      case SIGN_IN -> null;
      case MAIL -> BY_MAIL;
    };
  }

  private static Event.Via via(@Nullable String word) {
    return BY_MAIL.equals(word) ? Event.Via.MAIL : Event.Via.SIGN_IN;
  }

  private static Json unreached(Event.Unreached who) {
    return Json.object().put("person", who.person().value()).put("reason", who.reason()).build();
  }

  private static Event.Unreached unreached(Fields json) {
    return new Event.Unreached(json.typed("person", PersonId::new), json.text("reason"));
  }

  private static void made(
      Json.Builder json,
      int revision,
      Digest digest,
      String title,
      Scope scope,
      @Nullable Instant expiresAt) {
    json.put("revision", revision)
        .put("digest", digest.hex())
        .put("title", title)
        .put("documents", Json.array(scope.documents(), PartsJson::document))
        .put("expiresAt", expiresAt);
    RequestJson.about(json, scope);
  }

  private static @Nullable String text(@Nullable Duration lasting) {
    return lasting == null ? null : lasting.toString();
  }

  /** The event that a revision was made, of one kind or the other. */
  private interface Made {
    Event of(
        ActorId author,
        int revision,
        Digest digest,
        String title,
        Scope scope,
        @Nullable Instant expiresAt);
  }

  private static Event made(Fields json, Made event) {
    return event.of(
        json.typed("by", ActorId::of),
        json.number("revision", 1, Integer.MAX_VALUE),
        json.typed("digest", Digest::new),
        json.text("title"),
        RequestJson.scope(json),
        json.optionalTyped("expiresAt", Instant::parse));
  }

  /** The event of a record that we wrote. */
  public static Event event(Json.Obj record) {
    Fields json = Fields.of(record);
    return switch (json.text("type")) {
      case "Submitted" -> made(json, Event.Submitted::new);
      case "Revised" -> made(json, Event.Revised::new);
      case "Voted" ->
          new Event.Voted(
              json.typed("by", PersonId::new),
              json.typed("digest", Digest::new),
              json.typed("decision", Decision::valueOf),
              json.text("comment"),
              via(json.optionalText("via")),
              json.optionalTyped("lasting", Duration::parse));
      case "Agreed" ->
          new Event.Agreed(
              json.typed("digest", Digest::new),
              json.optionalTyped("mergeBy", Instant::parse),
              json.flagOr("automatic", false));
      case "Rejected" -> new Event.Rejected(json.typed("digest", Digest::new));
      case "Withdrawn" -> new Event.Withdrawn(json.typed("by", ActorId::of), json.text("reason"));
      case "Expired" -> new Event.Expired();
      case "Commented" -> new Event.Commented(json.typed("by", ActorId::of), json.text("text"));
      case "Merge Started" ->
          new Event.MergeStarted(
              json.typed("by", ActorId::of),
              json.typed("digest", Digest::new),
              json.typed("mode", Event.Mode::valueOf),
              json.text("reason"),
              PartsJson.sorted(json.typedList("against", PersonId::new)),
              json.flagOr("resume", false));
      case "Merged" ->
          new Event.Merged(
              json.typed("digest", Digest::new),
              json.objects("documents").stream().map(PartsJson::landed).toList());
      case "Bypassed" ->
          new Event.Bypassed(
              json.typed("digest", Digest::new),
              json.objects("documents").stream().map(PartsJson::landed).toList());
      case "Access Granted" -> new Event.AccessGranted(AccessJson.grant(json.object("grant")));
      case "Access Ended" ->
          new Event.AccessEnded(
              AccessJson.grant(json.object("grant")),
              json.optionalTyped("by", ActorId::of),
              json.text("reason"));
      case RULES_CHANGED -> new Event.RulesChanged(EditJson.things(json));
      case "Acknowledged" ->
          new Event.Acknowledged(json.typed("by", PersonId::new), json.text("text"));
      case "Secrets Changed" -> new Event.SecretsChanged(PartsJson.landed(json.object("document")));
      case "Conflicted" ->
          new Event.Conflicted(
              json.typed("digest", Digest::new),
              PartsJson.reason(json.object("reason")),
              json.flagOr("dead", true));
      case "Failed" ->
          new Event.Failed(
              json.typed("digest", Digest::new),
              json.objects("documents").stream().map(PartsJson::remains).toList());
      case "Delivery Failed" ->
          new Event.DeliveryFailed(
              json.number("of"),
              json.text("event"),
              json.objects("unreached").stream().map(EventJson::unreached).toList());
      case "Sync Failed" ->
          new Event.SyncFailed(
              json.typed("destination", DestinationId::new),
              PartsJson.document(json.object("document")),
              json.text("versionId"),
              json.text("reason"),
              json.numberOr("attempts", 0, 0, Integer.MAX_VALUE));
      case REVEALED ->
          new Event.Revealed(
              json.typed("by", ActorId::of),
              PartsJson.document(json.object("document")),
              json.text("key"),
              json.typed("what", Event.What::valueOf),
              json.optionalTyped("grant", GrantId::new));
      default -> throw new IllegalArgumentException("no event of ours");
    };
  }
}
