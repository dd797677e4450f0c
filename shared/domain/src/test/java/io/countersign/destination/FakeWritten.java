package io.countersign.destination;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names in memory. */
public final class FakeWritten implements Written {
  private final Map<Place, SortedSet<String>> places = new HashMap<>();
  private final Map<Place, SortedSet<String>> running = new HashMap<>();

  @Override
  public SortedSet<String> names(Place place) {
    return new TreeSet<>(places.getOrDefault(place, new TreeSet<>()));
  }

  @Override
  public void begin(Place place, String run, Collection<String> names) {
    places.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(names);
    running.computeIfAbsent(place, _ -> new TreeSet<>()).add(run);
  }

  @Override
  public void strike(Place place, String run, Collection<String> names) {
    if (running.getOrDefault(place, new TreeSet<>()).equals(Set.of(run))) {
      places.getOrDefault(place, new TreeSet<>()).removeAll(names);
    }
  }

  @Override
  public void end(Place place, String run) {
    running.getOrDefault(place, new TreeSet<>()).remove(run);
  }
}
