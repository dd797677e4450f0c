package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import io.countersign.request.Status;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of rules: asked for, asked for anew, and merged. */
public final class RulesCases {
  private RulesCases() {}

  public static Case ask(Deployment deployment) {
    return new OnRules(deployment) {
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

  /** With another title, on what is there now. */
  public static Case revise(Deployment deployment) {
    return new OnRules(deployment) {
      @Override
      public Said call(String key) {
        Calls call = Calls.to("POST /v1/governance-requests/{id}/revisions").by("dan");
        return http(
            deployment.admin,
            call.with("id", id().toString()),
            key,
            digest().put("base", "PRESENT").put("title", name));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        int revision = present(contents).revision();
        return revision == 1 ? null : "revision " + revision;
      }
    }.asked();
  }

  /** The merge, which writes them. */
  public static Case merge(Deployment deployment) {
    return new OnRules(deployment) {
      @Override
      public Said call(String key) {
        return by("dan", deployment.merge, "merge", key, digest());
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.agreed();
  }

  /** Dan the admin would like to have another group. */
  private abstract static class OnRules extends OnRequest {
    OnRules(Deployment deployment) {
      super(deployment, Rulebook.PROD);
    }

    final Said asks(@Nullable String key) {
      Json group =
          Json.object().put("name", name).put("members", Json.texts(List.of("cem"))).build();
      Json change =
          Json.object()
              .put("method", "PUT")
              .put("path", "/v1/groups/" + name)
              .put("body", group)
              .build();
      Json.Builder body =
          Json.object()
              .put("project", ProjectId.ORGANISATION.value())
              .put("title", name)
              .put("changes", Json.array(List.of(change), each -> each));
      return http(deployment.admin, Calls.to("POST /v1/governance-requests").by("dan"), key, body);
    }

    /** Lets it be asked for. */
    final OnRules asked() {
      asked(asks(null));
      return this;
    }

    /** Lets it be asked for and approved. */
    final OnRules agreed() {
      asked();
      first(votes(null, "APPROVE"));
      return this;
    }

    /**
     * The group is there, with who is in it, exactly where the request has come to its good end.
     */
    @Override
    public void check(Promises promises) {
      super.check(promises);
      boolean merged = present(promises.contents()).status() == Status.MERGED;
      Directory directory = deployment.store.directory();
      GroupId group = new GroupId(name);
      assertThat(directory.groups().containsKey(group)).as("the group").isEqualTo(merged);
      assertThat(!directory.activeMembers(group).isEmpty()).as("its people").isEqualTo(merged);
    }
  }
}
