package io.countersign.wire;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Instant;

/** A stored revision. */
public final class RevisionJson {
  private RevisionJson() {}

  public static Json write(Revision revision) {
    Json.Builder json = Json.object();
    if (revision.payload() instanceof Payload.OfAccess(Entitlement asked)) {
      json.put("access", AccessJson.write(asked));
    }
    if (revision.payload() instanceof Payload.OfGovernance governance) {
      json.put(EditJson.GOVERNANCE, EditJson.write(governance));
    }
    return json.put("request", revision.request().toString())
        .put("number", revision.number())
        .put("token", revision.token())
        .put("author", revision.author().value())
        .put("authors", Json.texts(revision.authors()))
        .put("owners", Json.texts(revision.owners()))
        .put("title", revision.title())
        .put("message", revision.message())
        .put("operations", Json.array(revision.operations(), OperationJson::write))
        .put("documents", Json.array(revision.documents(), RevisionJson::base))
        .put("policies", Json.array(revision.policies(), PolicyJson::write))
        .put("values", PlacesJson.values(revision))
        .put("bases", PlacesJson.bases(revision))
        .put("batches", Json.array(revision.batches(), PlacesJson::write))
        .put("madeAt", revision.madeAt())
        .put("digest", revision.digest().hex())
        .build();
  }

  public static Revision read(Json stored) {
    Fields json = Fields.of(stored);
    String token = json.text("token");
    return new Revision(
        json.typed("request", RequestId::parse),
        (int) json.number("number"),
        token,
        json.typed("author", ActorId::of),
        PartsJson.sorted(json.typedList("authors", ActorId::of)),
        PartsJson.sorted(json.typedList("owners", PersonId::new)),
        json.text("title"),
        json.text("message"),
        payload(json, token),
        json.objects("policies").stream().map(PolicyJson::readBound).toList(),
        json.typed("madeAt", Instant::parse),
        json.typed("digest", Digest::new));
  }

  private static Payload payload(Fields json, String token) {
    Fields governance = json.optionalObject(EditJson.GOVERNANCE);
    if (governance != null) {
      return EditJson.payload(governance);
    }
    Fields access = json.optionalObject("access");
    return access != null
        ? new Payload.OfAccess(AccessJson.entitlement(access))
        : new Payload.OfSecrets(
            json.objects("operations").stream().map(OperationJson::read).toList(),
            json.objects("documents").stream().map(RevisionJson::base).toList(),
            PlacesJson.origins(json, token),
            json.objects("batches").stream().map(PlacesJson::batch).toList());
  }

  private static Json base(DocumentBase base) {
    return Json.object()
        .put("environment", base.document().environment().value())
        .put("path", base.document().path().value())
        .put("arn", base.arn())
        .put("versionId", base.versionId())
        .build();
  }

  private static DocumentBase base(Fields json) {
    return new DocumentBase(
        PartsJson.document(json), json.optionalText("arn"), json.optionalText("versionId"));
  }
}
