package io.countersign.destination;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Standings in memory. */
public final class FakeStandings implements Standings {
  private final Map<Lane, Map<Cargo, Standing>> all = new HashMap<>();
  private final Map<Lane, Hold> held = new HashMap<>();

  private record Hold(String holder, Instant until) {}

  @Override
  public synchronized void ask(Lane lane, Cargo cargo, @Nullable RequestId request, Instant now) {
    Standing was = in(lane).get(cargo);
    SortedSet<RequestId> requests = new TreeSet<>();
    if (was != null) {
      requests.addAll(was.requests());
    }
    if (request != null) {
      requests.add(request);
    }
    boolean failed = was != null && was.status() == Sync.Status.FAILED;
    in(lane)
        .put(
            cargo,
            new Standing(
                lane,
                cargo,
                failed ? Sync.Status.FAILED : Sync.Status.WAITING,
                was == null ? null : was.versionId(),
                was == null ? null : was.reason(),
                was == null ? List.of() : was.names(),
                0,
                requests,
                was == null ? 1 : was.asked() + 1,
                was == null ? now : was.at(),
                now));
  }

  @Override
  public synchronized List<Standing> due(Lane lane, Instant now, int most) {
    return waiting(lane, now).sorted(Comparator.comparing(Standing::due)).limit(most).toList();
  }

  private Stream<Standing> waiting(Lane lane, Instant now) {
    return in(lane).values().stream()
        .filter(each -> each.due() != null && !each.due().isAfter(now));
  }

  @Override
  public synchronized boolean put(Standing next) {
    Standing was = in(next.lane()).get(next.cargo());
    if (was == null || was.asked() != next.asked()) {
      return false;
    }
    in(next.lane()).put(next.cargo(), next);
    return true;
  }

  @Override
  public synchronized boolean forget(Standing arrived) {
    Standing was = in(arrived.lane()).get(arrived.cargo());
    return was != null
        && was.asked() == arrived.asked()
        && in(arrived.lane()).remove(arrived.cargo(), was);
  }

  @Override
  public synchronized List<Standing> of(Lane lane) {
    return in(lane).values().stream()
        .filter(each -> each.cargo() instanceof Cargo.Content)
        .sorted(Comparator.comparing(each -> ((Cargo.Content) each.cargo()).document()))
        .toList();
  }

  @Override
  public synchronized SortedSet<Lane> waiting(Instant now) {
    return all.keySet().stream()
        .filter(lane -> waiting(lane, now).findAny().isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public synchronized boolean enter(Lane lane, String holder, Instant now, Instant until) {
    Hold hold = held.get(lane);
    boolean free = hold == null || hold.until().isBefore(now);
    if (free) {
      held.put(lane, new Hold(holder, until));
    }
    return free;
  }

  @Override
  public synchronized void leave(Lane lane, String holder) {
    Hold hold = held.get(lane);
    if (hold != null && hold.holder().equals(holder)) {
      held.remove(lane);
    }
  }

  private Map<Cargo, Standing> in(Lane lane) {
    return Objects.requireNonNull(all.computeIfAbsent(lane, _ -> new HashMap<>()));
  }
}
