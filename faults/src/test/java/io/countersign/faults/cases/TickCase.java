package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.name.Token;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Status;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedule finds a request whose time is over, one with a plan that nobody carries out, the
 * events of both, and values of a submission that never was.
 */
public final class TickCase implements Case {
  private static final Duration LATER = Duration.ofHours(2);
  private static final Duration BEFORE = Duration.ofDays(15);

  private final Deployment deployment;
  private final Watched over;
  private final Watched planned;
  private final String stray;

  public TickCase(Deployment deployment) {
    this.deployment = deployment;
    over = new Watched(deployment, Rulebook.PROD);
    over.on("db");
    over.on(over.given(Instant.now().minus(BEFORE)).there());
    planned = new Watched(deployment, Setting.FREE);
    planned.on("db").submitted();
    stray = over.id() + "0/never/0";
    deployment.proposals.write(stray, Token.of(stray), "value");
    deployment.ahead(LATER);
  }

  @Override
  public Said call(String key) {
    return Said.woken(deployment.tick, Json.object().build());
  }

  @Override
  public @Nullable String effect(Contents contents) {
    if (over.present(contents).status() == Status.OPEN) {
      return null;
    }
    boolean merged = planned.present(contents).status() == Status.MERGED;
    return merged ? "EXPIRED and MERGED" : "EXPIRED";
  }

  @Override
  public void drop() {
    over.drop();
    planned.drop();
    deployment.proposals.delete(List.of(stray));
  }

  @Override
  public void check(Promises promises) {
    over.check(promises);
    planned.check(promises);
  }

  private static final class Watched extends OnRequest {
    Watched(Deployment deployment, EnvironmentId environment) {
      super(deployment, environment);
    }

    @Override
    public Said call(String key) {
      throw new IllegalStateException("only looked at");
    }

    @Override
    public @Nullable String effect(Contents contents) {
      return ended(contents);
    }
  }
}
