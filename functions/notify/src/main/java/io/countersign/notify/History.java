package io.countersign.notify;

import io.countersign.directory.PersonId;
import io.countersign.json.JsonText;
import io.countersign.outbox.EventLog;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.wire.EventJson;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What happened to a request so far. */
record History(EventLog log) {
  /** The event of that number. */
  Event event(RequestId request, long sequence) {
    return EventJson.event(JsonText.object(log.events(request, sequence - 1, 1).getFirst()));
  }

  /** The people who commented before that event. */
  SortedSet<PersonId> spoken(RequestId request, long sequence) {
    SortedSet<PersonId> people = new TreeSet<>();
    until(request, sequence - 1)
        .forEach(
            event -> {
              if (event instanceof Event.Commented comment
                  && comment.by() instanceof PersonId person) {
                people.add(person);
              }
            });
    return people;
  }

  /** Whose not being reached was told already, of this word of the event of that number. */
  SortedSet<PersonId> unreached(RequestId request, long sequence, String word, long last) {
    SortedSet<PersonId> people = new TreeSet<>();
    until(request, last)
        .forEach(
            event -> {
              if (event instanceof Event.DeliveryFailed failed
                  && failed.of() == sequence
                  && failed.word().equals(word)) {
                failed.unreached().forEach(each -> people.add(each.person()));
              }
            });
    return people;
  }

  private Stream<Event> until(RequestId request, long last) {
    return log.until(request, last).map(text -> EventJson.event(JsonText.object(text)));
  }
}
