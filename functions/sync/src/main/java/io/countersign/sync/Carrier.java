package io.countersign.sync;

import io.countersign.destination.Cargo;
import io.countersign.destination.Standing;
import io.countersign.destination.Standings;
import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.edge.log.Log;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
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
      case Cargo.Content(DocumentId document) -> {
        List<Sync> asked = asked(standing, document);
        end(standing, asked, content(document, standing, asked, destination, rules));
      }
      case Cargo.News item -> news(item, standing, destination);
    }
  }

  private Standing content(
      DocumentId document,
      Standing standing,
      List<Sync> asked,
      @Nullable Destination destination,
      Rules rules) {
    if (destination == null || !destination.takes(document)) {
      return arrived(standing, Pushed.failed("the destination does not take it any more"));
    }
    try {
      Pushed pushed = push.to(destination, rules, standing, document);
      return unsettled(standing, asked, pushed) ? again(standing) : arrived(standing, pushed);
    } catch (RuntimeException e) {
      return later(standing, e);
    }
  }

  /**
   * A version that was just merged, and is not what was read: AWS may have shown the one before.
   * Once more a little later shows which it was.
   */
  private boolean unsettled(Standing standing, List<Sync> asked, Pushed pushed) {
    List<Sync> waiting =
        asked.stream().filter(each -> each.status() == Sync.Status.WAITING).toList();
    Instant last =
        waiting.stream().map(Sync::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    return standing.attempts() == 0
        && last.isAfter(clock.instant().minus(SETTLED))
        && waiting.stream()
            .filter(each -> each.at().equals(last))
            .noneMatch(each -> each.versionId().equals(pushed.versionId()));
  }

  private Standing again(Standing standing) {
    return standing.later("a newer version was found; looking again", clock.instant(), 0);
  }

  private Standing arrived(Standing standing, Pushed pushed) {
    return standing.arrived(pushed.versionId(), pushed.reason(), pushed.names(), clock.instant());
  }

  /** Not before the other side says, where it says so. */
  private Standing later(Standing standing, RuntimeException why) {
    Instant now = clock.instant();
    return standing
        .later(Faults.words(standing.lane(), why), now, ThreadLocalRandom.current().nextDouble())
        .notBefore(why instanceof Later later ? now.plus(later.after()) : now);
  }

  /** What became of it for those who asked for it. */
  private List<Sync> asked(Standing standing, DocumentId document) {
    return standing.requests().stream()
        .flatMap(request -> syncs.of(request).stream())
        .filter(each -> each.destination().equals(standing.lane().destination()))
        .filter(each -> each.document().equals(document))
        .toList();
  }

  /** The requests hear of it first: whoever stops in between is followed by somebody who looks. */
  private void end(Standing before, List<Sync> asked, Standing after) {
    SortedSet<RequestId> open = new TreeSet<>();
    for (Sync was : asked) {
      Sync is = was.by(after);
      tell(was, is);
      if (is.status() == Sync.Status.FAILED || is.status() == Sync.Status.WAITING) {
        open.add(is.request());
      }
    }
    standings.put(after.of(open));
    Log.event("sync " + after.status(), before.lane() + " " + before.cargo());
  }

  private void tell(Sync was, Sync is) {
    if (is.status() == Sync.Status.FAILED && was.status() != Sync.Status.FAILED) {
      failures.tell(is);
    }
    if (!is.equals(was)) {
      syncs.record(is);
    }
  }

  private void news(Cargo.News item, Standing standing, @Nullable Destination destination) {
    Standing next = told(item, standing, destination);
    if (next == null || next.due() == null) {
      standings.forget(standing);
    } else {
      standings.put(next);
    }
    Log.event("news " + (next == null ? "told" : "waits"), standing.lane() + " " + item);
  }

  /** Null where it was told. */
  private @Nullable Standing told(
      Cargo.News item, Standing standing, @Nullable Destination destination) {
    try {
      if (destination != null) {
        news.tell(item, standing.lane(), destination);
      }
      return null;
    } catch (RuntimeException e) {
      return later(standing, e);
    }
  }
}
