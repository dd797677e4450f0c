package io.countersign.wire;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.request.Decision;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.request.Vote;
import io.countersign.revision.Digest;
import io.countersign.revision.Entitlement;
import io.countersign.revision.RequestId;
import io.countersign.revision.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request's stored state. */
public final class RequestJson {
  private RequestJson() {}

  public static Json write(Request request) {
    Json.Builder json = Json.object();
    about(json, request.scope());
    return json.put("id", request.id().toString())
        .put("status", request.status().name())
        .put("author", request.author().value())
        .put("title", request.title())
        .put("createdAt", request.createdAt())
        .put("revision", request.revision())
        .put("digest", request.digest().hex())
        .put("documents", Json.array(request.documents(), PartsJson::document))
        .put("expiresAt", request.expiresAt())
        .put("votes", Json.array(request.votes().values(), RequestJson::vote))
        .put("announced", request.announced())
        .put("ending", EndingJson.write(request.ending()))
        .put("sequence", request.sequence())
        .build();
  }

  private static Json vote(Vote vote) {
    Duration lasting = vote.lasting();
    return Json.object()
        .put("voter", vote.voter().value())
        .put("decision", vote.decision().name())
        .put("at", vote.at())
        .put("event", vote.event())
        .putIf("lasting", lasting == null ? null : lasting.toString())
        .build();
  }

  public static Request read(Json stored) {
    Fields json = Fields.of(stored);
    SortedMap<PersonId, Vote> votes = new TreeMap<>();
    for (Fields each : json.objects("votes")) {
      Vote vote =
          new Vote(
              each.typed("voter", PersonId::new),
              each.typed("decision", Decision::valueOf),
              each.typed("at", Instant::parse),
              each.number("event"),
              each.optionalTyped("lasting", Duration::parse));
      votes.put(vote.voter(), vote);
    }
    return new Request(
        json.typed("id", RequestId::parse),
        json.typed("status", Status::valueOf),
        json.typed("author", ActorId::of),
        json.text("title"),
        json.typed("createdAt", Instant::parse),
        (int) json.number("revision"),
        json.typed("digest", Digest::new),
        scope(json),
        json.optionalTyped("expiresAt", Instant::parse),
        votes,
        json.flagOr("announced", false),
        EndingJson.read(json.object("ending")),
        json.number("sequence"));
  }

  /** What it is about, where that is no documents. */
  static void about(Json.Builder json, Scope scope) {
    switch (scope) {
      case Scope.OfDocuments _ -> {}
      case Scope.OfAccess(Entitlement asked) -> json.put("access", AccessJson.write(asked));
      case Scope.OfGovernance governance ->
          json.put(EditJson.GOVERNANCE, EditJson.write(governance));
    }
  }

  /** What a request is about, as its state and its events have it. */
  static Scope scope(Fields json) {
    Fields governance = json.optionalObject(EditJson.GOVERNANCE);
    if (governance != null) {
      return EditJson.scope(governance);
    }
    Fields access = json.optionalObject("access");
    return access != null
        ? new Scope.OfAccess(AccessJson.entitlement(access))
        : new Scope.OfDocuments(
            json.objects("documents").stream().map(PartsJson::document).toList());
  }
}
