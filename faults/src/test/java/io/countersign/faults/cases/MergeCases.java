package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.explain.Reason;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.project.EnvironmentId;
import io.countersign.proposal.DocumentChange;
import io.countersign.request.Status;
import io.countersign.sample.Rulebook;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges: over HTTP, by the queue, and by themselves; and what brings a failed one to its end. */
public final class MergeCases {
  private MergeCases() {}

  /** Of two documents, one of which is new. */
  public static Case merge(Deployment deployment) {
    return new Agreed(deployment, "merge").on("db").onNew("new").approved();
  }

  /** Of the deletion of a document. */
  public static Case deletion(Deployment deployment) {
    return new Agreed(deployment, "merge") {
      @Override
      DocumentChange change(String word) {
        return new DocumentChange.Removal(word, id(word));
      }

      @Override
      void holds(String word, @Nullable String text, Status status, long merges) {
        // Where AWS refuses to delete it, it stays, empty.
        assertThat(text == null || text.equals("{}"))
            .as("deleted")
            .isEqualTo(status == Status.MERGED);
      }

      @Override
      public void disturb() {}
    }.on("db").approved();
  }

  private static class Agreed extends OnRequest {
    private final String what;

    Agreed(Deployment deployment, String what) {
      super(deployment, Rulebook.PROD);
      this.what = what;
    }

    @Override
    public Said call(String key) {
      return merges(what, key);
    }

    @Override
    public @Nullable String effect(Contents contents) {
      return ended(contents);
    }
  }

  /** One document holds the change, the other does not; what AWS refuses is taken back first. */
  public static Case finish(Deployment deployment) {
    OnRequest it =
        new Agreed(deployment, "finish") {
          @Override
          public Said call(String key) {
            boolean open = key.equals(SECOND) && status() == Status.OPEN;
            return open ? merges("merge", key) : super.call(key);
          }

          @Override
          public @Nullable String effect(Contents contents) {
            Status status = present(contents).status();
            return status == Status.FAILED || status == Status.OPEN ? null : status.name();
          }
        };
    return failed(it.on("api").on("db"));
  }

  public static Case undo(Deployment deployment) {
    OnRequest it =
        new Agreed(deployment, "undo") {
          @Override
          public @Nullable String effect(Contents contents) {
            Status status = present(contents).status();
            return status == Status.FAILED ? null : status.name();
          }
        };
    return failed(it.on("api"));
  }

  /** Its first document holds the change and could not be put back. */
  private static Case failed(OnRequest it) {
    it.documents.keep(it.secret("api"), Objects.requireNonNull(it.base("api").versionId()));
    String ours = it.documents.write(it.secret("api"), it.value());
    return it.on(it.given().approved().failed(ours));
  }

  /** What an unprotected submission has planned, carried out by the queue. */
  public static Case resumed(Deployment deployment) {
    return new Woken(deployment, Setting.FREE) {
      @Override
      public @Nullable String effect(Contents contents) {
        String status = present(contents).status().name();
        return status.equals("MERGING") ? null : status;
      }
    }.on("db").submitted();
  }

  /** What is agreed and merges by itself; what AWS refuses is merged by hand later. */
  public static Case automatic(Deployment deployment) {
    return new Woken(deployment, Setting.AUTO) {
      @Override
      public @Nullable String effect(Contents contents) {
        Reason stopped = present(contents).stopped();
        return stopped == null ? ended(contents) : stopped.code();
      }
    }.on("db").approved();
  }

  private abstract static class Woken extends OnRequest {
    Woken(Deployment deployment, EnvironmentId environment) {
      super(deployment, environment);
    }

    @Override
    public final Said call(String key) {
      if (key.equals(SECOND) && status() == Status.OPEN) {
        return merges("merge", key);
      }
      Json message = Json.object().put("request", id().toString()).build();
      return Said.message(deployment.merge, message);
    }
  }
}
