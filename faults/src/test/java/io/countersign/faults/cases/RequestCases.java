package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Request;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do to a request before it is merged. */
public final class RequestCases {
  private RequestCases() {}

  public static Case submit(Deployment deployment) {
    return submit(deployment, Rulebook.PROD);
  }

  public static Case submitUnprotected(Deployment deployment) {
    return submit(deployment, Setting.FREE);
  }

  /** The password of an earlier version is put back. */
  public static Case submitCopy(Deployment deployment) {
    return new Submitted(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        Json source =
            Json.object()
                .put("key", "PASSWORD")
                .put("version", Objects.requireNonNull(base("db").versionId()))
                .build();
        Json copy = Json.object().put("PASSWORD", source).build();
        return submits(key, word -> document(word).put("copy", copy).build());
      }
    }.on("db").rewritten("db");
  }

  private static Case submit(Deployment deployment, EnvironmentId environment) {
    return new Submitted(deployment, environment).on("db");
  }

  private static class Submitted extends OnRequest {
    Submitted(Deployment deployment, EnvironmentId environment) {
      super(deployment, environment);
    }

    @Override
    public Said call(String key) {
      return submits(key, word -> document(word).put("set", sets(value())).build());
    }

    @Override
    public @Nullable String effect(Contents contents) {
      Request request = found(contents);
      return request == null ? null : request.status().name();
    }
  }

  public static Case revise(Deployment deployment) {
    return new Revised(deployment) {
      @Override
      Json.Builder body() {
        Json change = document("db").put("set", sets(value() + "-revised")).build();
        return digest().put("changes", Json.array(java.util.List.of(change), each -> each));
      }
    }.on("db").submitted();
  }

  /** What was proposed stays, against the document as it is now. */
  public static Case rebase(Deployment deployment) {
    return new Revised(deployment) {
      @Override
      Json.Builder body() {
        return digest().put("keep", "all").put("base", "present");
      }
    }.on("db").submitted();
  }

  private abstract static class Revised extends OnRequest {
    Revised(Deployment deployment) {
      super(deployment, Rulebook.PROD);
    }

    abstract Json.Builder body();

    @Override
    public Said call(String key) {
      return by("ann", deployment.submit, "revisions", key, body());
    }

    @Override
    public @Nullable String effect(Contents contents) {
      int revision = present(contents).revision();
      return revision == 1 ? null : "revision " + revision;
    }
  }

  public static Case comment(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        Json.Builder body = Json.object().put("text", "Please wait.");
        return by("bob", deployment.submit, "comments", key, body);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return times("commented", present(contents).sequence() - 1);
      }
    }.on("db").submitted();
  }

  public static Case withdraw(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        Json.Builder body = Json.object().put("reason", "not needed");
        return by("ann", deployment.submit, "withdraw", key, body);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.on("db").submitted();
  }

  public static Case approve(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        return votes(key, "APPROVE");
      }

      @Override
      public @Nullable String effect(Contents contents) {
        Request now = present(contents);
        boolean voted = now.votes().containsKey(People.id("bob"));
        return voted ? times("agreed", now.sequence() - 2) : null;
      }
    }.on("db").submitted();
  }

  public static Case approveAndMerge(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        Json.Builder body = vote("APPROVE").put("mergeIfAgreed", true);
        return by("bob", deployment.vote, "votes", key, body);
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.on("db").submitted();
  }

  public static Case reject(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        return votes(key, "REJECT");
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return ended(contents);
      }
    }.on("db").submitted();
  }

  public static Case retract(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        return votes(key, "RETRACT");
      }

      @Override
      public @Nullable String effect(Contents contents) {
        Request now = present(contents);
        return now.votes().isEmpty() ? times("retracted", now.sequence() - 3) : null;
      }
    }.on("db").approved();
  }

  /** Nothing, once, or more often than it should. */
  static @Nullable String times(String what, long times) {
    return times == 0 ? null : times == 1 ? what : what + " " + times + " times";
  }
}
