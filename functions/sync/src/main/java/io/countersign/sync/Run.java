package io.countersign.sync;

import io.countersign.destination.Written.Place;
import io.countersign.project.Destination;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One push of one document to one destination, in as many passes as it takes.
 *
 * @param id the event that it is for
 * @param own the parameters that its passes wrote
 */
record Run(String id, Place place, Destination destination, SortedSet<String> own) {
  static Run of(String id, Place place, Destination destination) {
    return new Run(id, place, destination, new TreeSet<>());
  }
}
