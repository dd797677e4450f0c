package io.countersign.aws.table;

import io.countersign.json.JsonText;
import io.countersign.merge.Plan;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import io.countersign.store.Repeat;
import io.countersign.wire.PlanJson;
import io.countersign.wire.RequestJson;
import io.countersign.wire.RevisionJson;
import java.time.Instant;

/** A request's items. */
final class RequestItems {
  private RequestItems() {}

  static Item state(Commit commit, long version, String hash) {
    Request request = commit.after();
    ProjectId project = request.id().project();
    Item item =
        Item.of(Keys.request(request.id()), Keys.STATE)
            .put("version", version)
            .put("status", request.status().name())
            .put("digest", request.digest().hex())
            .put("sequence", request.sequence())
            .put("hash", hash)
            .data(RequestJson.write(request))
            .index(1, Keys.project(project), Keys.newest(request))
            .index(2, Keys.project(project) + "#" + request.status(), Keys.newest(request))
            .index(4, Keys.OUTBOX, commit.at() + "#" + request.id())
            .index(5, Keys.REQUESTS, Keys.newest(request))
            .index(6, Keys.REQUESTS + "#" + request.status(), Keys.newest(request));
    Instant expiresAt = request.expiresAt();
    if (request.status() == Status.OPEN && expiresAt != null) {
      item.put("deadline", expiresAt.toEpochMilli())
          .index(3, Keys.DUE_OPEN, expiresAt + "#" + request.id());
    }
    Plan plan = commit.plan();
    if (plan != null) {
      item.put("plan", PlanJson.write(plan).text()).put("fence", plan.lease().fence());
    }
    if (plan != null && commit.locking() != null) {
      item.index(3, Keys.DUE_MERGING, plan.lease().until() + "#" + request.id());
    }
    return item;
  }

  static Head head(Item item) {
    String plan = item.optionalText("plan");
    return new Head(
        RequestJson.read(item.data()),
        plan == null ? null : PlanJson.read(JsonText.parse(plan)),
        item.number("version"),
        item.text("hash"));
  }

  static Item revision(Revision revision) {
    return Item.of(Keys.request(revision.request()), Keys.revision(revision.digest()))
        .data(RevisionJson.write(revision));
  }

  static Item repeat(Repeat repeat) {
    RequestId request = repeat.request();
    return Item.of(Keys.repeat(repeat.key()), "IDEM")
        .put("body", repeat.body())
        .put("token", repeat.token())
        .put("request", request == null ? null : request.toString())
        .put("status", repeat.status())
        .put("ttl", repeat.until().getEpochSecond());
  }

  static Repeat repeat(String key, Item item) {
    String request = item.optionalText("request");
    return new Repeat(
        key,
        item.text("body"),
        item.optionalText("token"),
        request == null ? null : RequestId.parse(request),
        (int) item.number("status"),
        Instant.ofEpochSecond(item.number("ttl")));
  }
}
