package io.countersign.sync;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.destination.Standing;
import io.countersign.destination.Standings;
import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Brings one thing to one destination, and writes down what came of it. */
final class Carrier {
  /** A moment in which a read may still have shown the version before. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final Push push;
  private final News news;
  private final Standings standings;
  private final Syncs syncs;
  private final Failures failures;
  private final InstantSource clock;

  Carrier(
      Push push,
      News news,
      Standings standings,
      Syncs syncs,
      Failures failures,
      InstantSource clock) {
    this.push = push;
    this.news = news;
    this.standings = standings;
    this.syncs = syncs;
    this.failures = failures;
    this.clock = clock;
  }

  /** How many may be under way at once. */
  int abreast(@Nullable Destination destination) {
    return destination == null ? 1 : push.connector(destination).abreast();
  }

  void carry(Standing standing, Rules rules) {
    Destination destination = rules.destination(standing.lane().destination());
    switch (standing.cargo()) {
      case Cargo.Content(DocumentId document) ->
          end(document, standing, content(document, standing, destination, rules));
      case Cargo.News item -> told(standing, news(item, standing, destination));
    }
  }

  private Standing content(
      DocumentId document, Standing standing, @Nullable Destination destination, Rules rules) {
    if (destination == null || !destination.takes(document)) {
      return arrived(standing, Pushed.failed("the destination does not take it any more"));
    }
    try {
      Pushed pushed = push.to(destination, rules, standing, document);
      return unsettled(document, standing, pushed) ? again(standing) : arrived(standing, pushed);
    } catch (Unavailable e) {
      return later(standing, e);
    } catch (RuntimeException e) {
      return later(standing, unexpected(standing, e));
    }
  }

  /** What nobody has thought of is tried again like the rest, and told in time. */
  private static Later unexpected(Standing standing, RuntimeException fault) {
    Log.fault("sync " + standing.lane(), fault);
    return new Later("unexpected: " + fault.getClass().getSimpleName());
  }

  /**
   * A version that was just merged, and is not what was read: AWS may have shown the one before.
   * Once more a little later shows which it was.
   */
  private boolean unsettled(DocumentId document, Standing standing, Pushed pushed) {
    List<Sync> asked =
        standing.requests().stream()
            .map(request -> sync(request, standing.lane(), document))
            .flatMap(Optional::stream)
            .filter(each -> each.status() == Sync.Status.WAITING)
            .toList();
    Instant last = asked.stream().map(Sync::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    return standing.attempts() == 0
        && last.isAfter(clock.instant().minus(SETTLED))
        && asked.stream()
            .filter(each -> each.at().equals(last))
            .noneMatch(each -> each.versionId().equals(pushed.versionId()));
  }

  private Standing again(Standing standing) {
    return standing.later("a newer version was found; looking again", clock.instant(), 0);
  }

  private Standing arrived(Standing standing, Pushed pushed) {
    Sync.Status status = pushed.reason() == null ? Sync.Status.SYNCED : Sync.Status.FAILED;
    return standing.arrived(
        pushed.versionId(), status, pushed.reason(), pushed.names(), clock.instant());
  }

  /** Not before the other side says, where it says so. */
  private Standing later(Standing standing, Unavailable why) {
    Instant now = clock.instant();
    return standing
        .later(
            Objects.requireNonNullElse(why.getMessage(), "AWS is away"),
            now,
            ThreadLocalRandom.current().nextDouble())
        .notBefore(why instanceof Later later ? now.plus(later.after()) : now);
  }

  /** The requests hear of it first: whoever stops in between is followed by somebody who looks. */
  private void end(DocumentId document, Standing before, Standing after) {
    SortedSet<RequestId> failed = new TreeSet<>();
    for (RequestId request : before.requests()) {
      sync(request, before.lane(), document)
          .ifPresent(
              was -> {
                Sync is = was.by(after);
                tell(was, is);
                if (is.status() == Sync.Status.FAILED || is.status() == Sync.Status.WAITING) {
                  failed.add(request);
                }
              });
    }
    standings.put(after.of(failed));
    Log.event("sync " + after.status(), before.lane() + " " + document);
  }

  private void tell(Sync was, Sync is) {
    if (is.status() == Sync.Status.FAILED && was.status() != Sync.Status.FAILED) {
      failures.tell(is);
    }
    if (!is.equals(was)) {
      syncs.record(is);
    }
  }

  private Optional<Sync> sync(RequestId request, Lane lane, DocumentId document) {
    return syncs.of(request).stream()
        .filter(each -> each.destination().equals(lane.destination()))
        .filter(each -> each.document().equals(document))
        .findFirst();
  }

  private @Nullable Unavailable news(
      Cargo.News item, Standing standing, @Nullable Destination destination) {
    try {
      if (destination != null) {
        news.tell(item, standing.lane(), destination);
      }
      return null;
    } catch (Unavailable e) {
      return e;
    } catch (RuntimeException e) {
      return unexpected(standing, e);
    }
  }

  private void told(Standing standing, @Nullable Unavailable why) {
    Instant now = clock.instant();
    Standing next = why == null ? standing : later(standing, why);
    if (why == null || next.due() == null) {
      standings.forget(standing);
    } else {
      standings.put(next);
    }
    Log.event("news " + (why == null ? "told" : "waits"), standing.lane() + " " + now);
  }
}
