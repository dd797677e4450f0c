package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.request.Request;
import org.jspecify.annotations.Nullable;

/** Merges without the agreement of their approvers. */
public final class BypassCases {
  private BypassCases() {}

  public static Case bypass(Deployment deployment) {
    return new Bypassed(deployment) {
      @Override
      public Said call(String key) {
        return bypasses(key);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.on("db").submitted();
  }

  public static Case acknowledge(Deployment deployment) {
    Bypassed it =
        new Bypassed(deployment) {
          @Override
          public Said call(String key) {
            Json.Builder body = Json.object().put("comment", "seen");
            return by("bob", deployment.vote, "acknowledge", key, body);
          }

          @Override
          public @Nullable String effect(Contents contents) {
            Request.Unreviewed unreviewed = present(contents).unreviewed();
            return unreviewed == null || unreviewed.reviewed() == null ? null : "acknowledged";
          }
        };
    it.on("db").submitted();
    OnRequest.first(it.bypasses(null));
    Json message = Json.object().put("request", it.id().toString()).build();
    OnRequest.first(Said.message(deployment.merge, message));
    return it;
  }

  private abstract static class Bypassed extends OnRequest {
    Bypassed(Deployment deployment) {
      super(deployment, Setting.OPEN);
    }

    final Said bypasses(@Nullable String key) {
      Json.Builder body = digest().put("reason", "the database is down");
      return by("ann", deployment.bypass, "bypass", key, body);
    }
  }
}
