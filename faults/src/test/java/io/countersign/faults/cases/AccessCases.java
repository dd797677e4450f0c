package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.directory.GrantId;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.request.Request;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Access for a limited time: asked for, given and ended. */
public final class AccessCases {
  private AccessCases() {}

  public static Case ask(Deployment deployment) {
    return new OnAccess(deployment) {
      @Override
      public Said call(String key) {
        return asks(key);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return made(contents);
      }
    };
  }

  /** The merge, which gives it. */
  public static Case give(Deployment deployment) {
    return new OnAccess(deployment) {
      @Override
      public Said call(String key) {
        return merges("merge", key);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.agreed();
  }

  public static Case revoke(Deployment deployment) {
    OnAccess it =
        new OnAccess(deployment) {
          @Override
          public Said call(String key) {
            Calls call = Calls.to("POST /v1/grants/{id}/revoke").with("id", id().toString());
            return http(deployment.vote, call.by("bob"), key, Json.object().put("reason", "done"));
          }

          @Override
          public @Nullable String effect(Contents contents) {
            Request.Granted granted = present(contents).granted();
            return granted == null || granted.end() == null ? null : "ended";
          }
        }.agreed();
    OnRequest.first(it.merges("merge", null));
    return it;
  }

  private abstract static class OnAccess extends OnRequest {
    OnAccess(Deployment deployment) {
      super(deployment, Setting.LENT);
    }

    final Said asks(@Nullable String key) {
      Json.Builder body =
          Json.object()
              .put("project", Rulebook.PAYMENTS.value())
              .put("environment", Setting.LENT.value())
              .put("path", "/" + name)
              .put("actions", Json.texts(List.of("secrets:reveal")))
              .put("duration", "P365D")
              .put("title", name)
              .put("reason", "the job cannot sign in");
      return http(deployment.submit, Calls.to("POST /v1/access-requests").by("ann"), key, body);
    }

    /** Lets it be asked for and approved. */
    final OnAccess agreed() {
      asked(asks(null));
      first(votes(null, "APPROVE"));
      return this;
    }

    /** It may be used from the event that gives it to the one that ends it. */
    @Override
    public void check(Promises promises) {
      super.check(promises);
      Request request = present(promises.contents());
      Request.Granted granted = request.granted();
      assertThat(
              Objects.requireNonNull(deployment.store.rules(Rulebook.PAYMENTS))
                      .grant(new GrantId(request.id().toString()))
                  != null)
          .as("whether it may be used")
          .isEqualTo(granted != null && granted.end() == null);
    }
  }
}
