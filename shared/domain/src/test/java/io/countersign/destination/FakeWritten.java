package io.countersign.destination;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names in memory. */
public final class FakeWritten implements Written {
  private final Map<Place, SortedSet<String>> places = new HashMap<>();

  @Override
  public synchronized SortedSet<String> names(Place place) {
    return new TreeSet<>(places.getOrDefault(place, new TreeSet<>()));
  }

  @Override
  public synchronized void note(Place place, Collection<String> names) {
    places.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(names);
  }

  @Override
  public synchronized void strike(Place place, Collection<String> names) {
    places.getOrDefault(place, new TreeSet<>()).removeAll(names);
  }
}
