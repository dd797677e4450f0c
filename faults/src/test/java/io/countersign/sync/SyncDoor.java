package io.countersign.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.destination.Checks;
import io.countersign.destination.Lane;
import io.countersign.destination.Parameters;
import io.countersign.destination.Reach;
import io.countersign.destination.Standings;
import io.countersign.destination.Syncs;
import io.countersign.destination.Written;
import io.countersign.json.Json;
import io.countersign.name.SecretPrefix;
import io.countersign.outbox.EventLog;
import io.countersign.project.Sink;
import io.countersign.store.Store;
import io.countersign.sync.parameters.Overwriting;
import io.countersign.sync.webhook.Webhooks;
import io.countersign.vault.Credentials;
import io.countersign.vault.Inventory;
import io.countersign.vault.Vault;
import io.countersign.wire.StandingJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The handler on ports that are given. Each message is taken an hour after the one before, so that
 * whoever was ended holds no lane any more, and looks at the lanes that it wakes as their messages
 * would have it do.
 */
public final class SyncDoor implements RequestStreamHandler {
  private final Deque<Lane> woken = new ArrayDeque<>();
  private final SyncHandler handler;
  private Instant now;

  private SyncDoor(
      Kept kept,
      Secrets secrets,
      Inventory inventory,
      BiConsumer<Lane, Duration> queue,
      InstantSource clock) {
    now = clock.instant();
    Reach reach = new Reach(List.of());
    Webhooks webhooks =
        new Webhooks(
            (_, _, _) -> {
              throw new AssertionError("there is no webhook");
            },
            kept.credentials(),
            reach,
            () -> now);
    Overwriting parameters = new Overwriting(kept.parameters(), kept.written(), List.of("/app/"));
    handler =
        new SyncHandler(
            Wiring.work(
                new Wiring.Stored(
                    kept.store(), kept.log(), kept.standings(), kept.syncs(), kept.checks()),
                new Wiring.Managed(secrets, inventory, List.of(new SecretPrefix("prod/"))),
                new Wiring.Ways(
                    webhooks,
                    Map.of(Sink.Kind.SSM, parameters, Sink.Kind.WEBHOOK, webhooks),
                    Here::new),
                (lane, wait) -> {
                  queue.accept(lane, wait);
                  if (wait.isZero()) {
                    woken.add(lane);
                  }
                },
                () -> now));
  }

  /** What it keeps, and where it writes. */
  public record Kept(
      Store store,
      EventLog log,
      Standings standings,
      Syncs syncs,
      Checks checks,
      Parameters parameters,
      Written written,
      Credentials credentials) {}

  public static RequestStreamHandler handler(
      Kept kept,
      Vault vault,
      Inventory inventory,
      BiConsumer<Lane, Duration> queue,
      InstantSource clock) {
    return new SyncDoor(kept, vault::read, inventory, queue, clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    now = now.plus(Duration.ofHours(1));
    woken.clear();
    handler.handleRequest(event, answer, context);
    while (!woken.isEmpty()) {
      handler.handleRequest(message(woken.remove()), OutputStream.nullOutputStream(), context);
    }
  }

  private static InputStream message(Lane lane) {
    Json.Obj body = StandingJson.message(lane);
    String batch =
        Json.object()
            .put(
                "Records",
                Json.array(
                    List.of(body),
                    each -> Json.object().put("messageId", "1").put("body", each.text()).build()))
            .build()
            .text();
    return new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8));
  }

  /** Runs all in the thread of the call, where the faults are. */
  private static final class Here extends AbstractExecutorService {
    private boolean over;

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {
      over = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      over = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return over;
    }

    @Override
    public boolean isTerminated() {
      return over;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return over;
    }
  }
}
