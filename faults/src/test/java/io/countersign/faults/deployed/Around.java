package io.countersign.faults.deployed;

import io.countersign.aws.table.Contents;
import io.countersign.faults.aws.Traffic;
import io.countersign.faults.aws.Wire;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.wire.StandingJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS does around the functions of a deployment: stream, rules, queues and schedule. Nothing
 * fails here.
 */
public final class Around {
  private static final Duration LATER = Duration.ofHours(2);
  private static final int ROUNDS = 20;

  private final Deployment deployment;
  private final Traffic traffic = Wire.traffic();
  private final List<Json.Obj> published = new ArrayList<>();

  /** Around a deployment that is called on this thread only. */
  public Around(Deployment deployment) {
    this.deployment = deployment;
  }

  /** The details of all events of the bus so far, in order. */
  List<Json.Obj> published() {
    return published;
  }

  /** Everything that comes by itself within two hours more. */
  public void later() {
    deployment.ahead(deployment.ahead().plus(LATER));
    settle();
    well(Said.woken(deployment.tick, Json.object().build()));
    settle();
  }

  /** Everything that comes by itself at once. */
  public void now() {
    settle();
  }

  private void settle() {
    for (int round = 0; round < ROUNDS; round++) {
      if (!moved()) {
        return;
      }
    }
    throw new AssertionError("it does not come to rest");
  }

  private boolean moved() {
    deployment.contents().requests().values().stream()
        .filter(each -> each.cursor() < each.request().sequence())
        .map(Contents.Kept::request)
        .forEach(each -> well(Said.record(deployment.relay, "CR#" + each.id())));
    boolean moved = false;
    for (String text : traffic.events()) {
      Json.Obj detail = JsonText.object(text);
      published.add(detail);
      if (is(detail, "resume") || is(detail, "automatic")) {
        well(Said.event(deployment.merge, detail));
        moved = true;
      }
    }
    for (String body : traffic.messages()) {
      Json.Obj message = JsonText.object(body);
      boolean lane = StandingJson.lane(message) != null;
      well(Said.message(lane ? deployment.sync : deployment.merge, message));
      moved = true;
    }
    return moved;
  }

  private static void well(Said said) {
    if (!said.well()) {
      throw new AssertionError(said.toString());
    }
  }

  /** As the template's two rules for the merge queue say. */
  private static boolean is(Json.Obj detail, String flag) {
    return detail.get(flag) instanceof Json.Bool(boolean set) && set;
  }
}
