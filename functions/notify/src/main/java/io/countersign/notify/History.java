package io.countersign.notify;

import io.countersign.directory.PersonId;
import io.countersign.json.JsonText;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.wire.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What happened to a request so far. */
record History(Log log) {
  private static final int PAGE = 100;

  /** Events of requests as they are stored. */
  interface Log {
    /** The exact texts of those behind a sequence number, in order. */
    List<String> events(RequestId request, long after, int limit);
  }

  /** The event of that number. */
  Event event(RequestId request, long sequence) {
    return EventJson.event(JsonText.object(log.events(request, sequence - 1, 1).getFirst()));
  }

  /** The people who commented before that event. */
  SortedSet<PersonId> spoken(RequestId request, long sequence) {
    SortedSet<PersonId> people = new TreeSet<>();
    for (Event event : until(request, sequence - 1)) {
      if (event instanceof Event.Commented comment && comment.by() instanceof PersonId person) {
        people.add(person);
      }
    }
    return people;
  }

  /** Whose not being reached was told already, of this word of the event of that number. */
  SortedSet<PersonId> unreached(RequestId request, long sequence, String word, long last) {
    SortedSet<PersonId> people = new TreeSet<>();
    for (Event event : until(request, last)) {
      if (event instanceof Event.DeliveryFailed failed
          && failed.of() == sequence
          && failed.word().equals(word)) {
        failed.unreached().forEach(each -> people.add(each.person()));
      }
    }
    return people;
  }

  private List<Event> until(RequestId request, long last) {
    List<Event> events = new ArrayList<>();
    for (long after = 0; after < last; after += PAGE) {
      int most = (int) Math.min(PAGE, last - after);
      for (String text : log.events(request, after, most)) {
        events.add(EventJson.event(JsonText.object(text)));
      }
    }
    return events;
  }
}
