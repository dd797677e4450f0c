package io.countersign.notify;

import io.countersign.directory.PersonId;
import io.countersign.json.JsonText;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.wire.EventJson;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who has commented on a request. */
record Spoken(History history) {
  private static final int PAGE = 100;

  /** Events of requests. */
  interface History {
    /** The exact texts of those behind a sequence number, in order. */
    List<String> events(RequestId request, long after, int limit);
  }

  /** The people who did so before that event. */
  SortedSet<PersonId> before(RequestId request, long sequence) {
    SortedSet<PersonId> people = new TreeSet<>();
    for (long after = 0; after < sequence - 1; after += PAGE) {
      int most = (int) Math.min(PAGE, sequence - 1 - after);
      List<String> events = history.events(request, after, most);
      for (String text : events) {
        if (EventJson.event(JsonText.object(text)) instanceof Event.Commented comment
            && comment.by() instanceof PersonId person) {
          people.add(person);
        }
      }
    }
    return people;
  }
}
