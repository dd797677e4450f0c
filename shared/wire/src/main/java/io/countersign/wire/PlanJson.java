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
            .put("doubtful", plan.doubtful())
            .put("refusals", plan.refusals());
    switch (plan.progress()) {
      case Progress.Untouched() -> {}
      case Progress.Intended(String arn, String base, String ours) ->
          json.put(
              "intent", Json.object().put("arn", arn).put("base", base).put("ours", ours).build());
      case Progress.Done(Landed landed) -> json.put("done", PartsJson.landed(landed));
    }
    return json.build();
  }

  private static DocumentPlan document(Fields json) {
    Fields intent = json.optionalObject("intent");
    Fields done = json.optionalObject("done");
    Progress progress = new Progress.Untouched();
    if (intent != null) {
      progress =
          new Progress.Intended(intent.text("arn"), intent.text("base"), intent.text("ours"));
    } else if (done != null) {
      progress = new Progress.Done(PartsJson.landed(done));
    }
    return new DocumentPlan(
        PartsJson.document(json),
        json.text("secret"),
        json.optionalText("kmsKeyArn"),
        progress,
        json.optionalText("created"),
        json.optionalText("doubtful"),
        (int) json.number("refusals"));
  }
}
