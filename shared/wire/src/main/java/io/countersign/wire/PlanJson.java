package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.revision.Landed;
import java.time.Instant;

/** The plan of a merge. */
public final class PlanJson {
  private PlanJson() {}

  public static Json write(Plan plan) {
    Plan.Retreat retreat = plan.retreat();
    return Json.object()
        .put("fence", plan.lease().fence())
        .put("until", plan.lease().until())
        .put("documents", Json.array(plan.documents(), PlanJson::document))
        .put(
            "retreat",
            retreat == null
                ? new Json.Null()
                : Json.object()
                    .put("reason", PartsJson.reason(retreat.reason()))
                    .put("dead", retreat.dead())
                    .build())
        .build();
  }

  public static Plan read(Json stored) {
    Fields json = Fields.of(stored);
    Fields retreat = json.optionalObject("retreat");
    return new Plan(
        new Lease(json.number("fence"), json.typed("until", Instant::parse)),
        json.objects("documents").stream().map(PlanJson::document).toList(),
        retreat == null
            ? null
            : new Plan.Retreat(
                PartsJson.reason(retreat.object("reason")), retreat.flagOr("dead", true)));
  }

  private static Json document(DocumentPlan plan) {
    Json.Builder json =
        Json.object()
            .put("environment", plan.document().environment().value())
            .put("path", plan.document().path().value())
            .put("secret", plan.secretName())
            .put("kmsKeyArn", plan.kmsKeyArn())
            .put("created", plan.created())
            .put("refusals", plan.refusals());
    switch (plan.progress()) {
      case Progress.Untouched() -> {}
      case Progress.Intended intended -> json.put("intent", intent(intended));
      case Progress.Done(Landed landed, Progress.Intended by) ->
          json.put("done", PartsJson.landed(landed)).put("intent", intent(by));
      case Progress.Undone(String versionId) ->
          json.put("undone", Json.object().put("versionId", versionId).build());
      case Progress.Removed(Landed landed) -> json.put("removed", PartsJson.landed(landed));
      case Progress.Reopened(Progress.Intended by) -> json.put("reopened", intent(by));
    }
    return json.build();
  }

  private static Json intent(Progress.Intended intent) {
    return Json.object()
        .put("arn", intent.arn())
        .put("base", intent.base())
        .put("ours", intent.ours())
        .build();
  }

  private static Progress.Intended intent(Fields json) {
    return new Progress.Intended(json.text("arn"), json.text("base"), json.text("ours"));
  }

  private static Progress progress(Fields json) {
    Fields done = json.optionalObject("done");
    Fields undone = json.optionalObject("undone");
    Fields removed = json.optionalObject("removed");
    Fields reopened = json.optionalObject("reopened");
    if (done != null) {
      return new Progress.Done(PartsJson.landed(done), intent(json.object("intent")));
    }
    if (undone != null) {
      return new Progress.Undone(undone.optionalText("versionId"));
    }
    if (removed != null) {
      return new Progress.Removed(PartsJson.landed(removed));
    }
    if (reopened != null) {
      return new Progress.Reopened(intent(reopened));
    }
    Fields intent = json.optionalObject("intent");
    return intent == null ? new Progress.Untouched() : intent(intent);
  }

  private static DocumentPlan document(Fields json) {
    return new DocumentPlan(
        PartsJson.document(json),
        json.text("secret"),
        json.optionalText("kmsKeyArn"),
        progress(json),
        json.optionalText("created"),
        (int) json.number("refusals"));
  }
}
