package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.destination.Sync;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.sample.Rulebook;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** What events set going. */
public final class EventCases {
  private EventCases() {}

  /** The record of a submission, in the table's stream. */
  public static Case relay(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        return Said.record(deployment.relay, "CR#" + id());
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return contents.request(id()).cursor() == 1 ? "published" : null;
      }
    }.on("db").submitted();
  }

  /** A merged document, which a destination takes. */
  public static Case sync(Deployment deployment) {
    return new OnRequest(deployment, Rulebook.PROD) {
      @Override
      public Said call(String key) {
        return Said.event(deployment.sync, EventJson.record(id(), 9, Instant.EPOCH, changed()));
      }

      private Event changed() {
        String arn = Objects.requireNonNull(base("db").arn());
        String version = Objects.requireNonNull(base("db").versionId());
        return new Event.SecretsChanged(
            new Landed(id("db"), arn, version, List.of("PASSWORD"), Landed.Fate.WRITTEN));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return contents.syncs().stream()
            .filter(each -> each.request().equals(id()))
            .map(Sync::status)
            .filter(status -> status != Sync.Status.WAITING)
            // What others wrote in between is newer, and is there instead.
            .map(status -> status == Sync.Status.FAILED ? "FAILED" : "brought")
            .findFirst()
            .orElse(null);
      }

      @Override
      public void check(Promises promises) {
        List<String> held =
            deployment
                .cloud
                .parameters
                .getParametersByPath(
                    get -> get.path("/app" + path("db")).withDecryption(true).recursive(true))
                .parameters()
                .stream()
                .map(Parameter::value)
                .sorted()
                .toList();
        // What others write after it has looked for the last time is no merge, so no event tells.
        assertThat(held)
            .as("parameters")
            .isIn(List.of("app", "old"), List.of("app", "old", "theirs"));
        super.check(promises);
      }
    }.on("db").submitted();
  }
}
