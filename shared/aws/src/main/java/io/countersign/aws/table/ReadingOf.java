package io.countersign.aws.table;

import io.countersign.directory.Actor;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.wire.RevisionJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One consistent batch read for one command. */
record ReadingOf(Table table, InstantSource clock) {
  Reading read(Ask ask) {
    Map<String, Item> found = found(keys(ask));
    RequestId id = ask.request();
    return new Reading(
        ask.subject() == null
            ? null
            : actor(found.get(Keys.subject(ask.subject()) + "/" + Bound.SUBJECT)),
        id == null ? null : head(found.get(Keys.request(id) + "/" + Keys.STATE)),
        id == null || ask.digest() == null
            ? null
            : revision(found.get(Keys.request(id) + "/" + Keys.revision(ask.digest()))),
        ask.repeat() == null
            ? null
            : repeat(ask.repeat(), found.get(Keys.repeat(ask.repeat()) + "/IDEM")),
        ask.counters() == null ? null : counters(ask.counters(), found));
  }

  private static List<Map<String, AttributeValue>> keys(Ask ask) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    if (ask.subject() != null) {
      keys.add(Keys.of(Keys.subject(ask.subject()), Bound.SUBJECT));
    }
    if (ask.request() != null) {
      keys.add(Keys.of(Keys.request(ask.request()), Keys.STATE));
      if (ask.digest() != null) {
        keys.add(Keys.of(Keys.request(ask.request()), Keys.revision(ask.digest())));
      }
    }
    if (ask.repeat() != null) {
      keys.add(Keys.of(Keys.repeat(ask.repeat()), "IDEM"));
    }
    if (ask.counters() != null) {
      keys.add(Keys.of(Keys.project(ask.counters()), Keys.RULES));
      keys.add(Keys.of(Keys.DIRECTORY, Keys.RULES));
    }
    return keys;
  }

  private static @Nullable Actor actor(@Nullable Item item) {
    return item == null ? null : Bound.actor(item);
  }

  private static @Nullable Head head(@Nullable Item item) {
    return item == null ? null : RequestItems.head(item);
  }

  private static @Nullable Revision revision(@Nullable Item item) {
    return item == null ? null : RevisionJson.read(item.data());
  }

  /** A record whose time is over counts as none, whether or not it was swept. */
  private @Nullable Repeat repeat(String key, @Nullable Item item) {
    if (item == null) {
      return null;
    }
    Repeat repeat = RequestItems.repeat(key, item);
    return repeat.until().isAfter(clock.instant()) ? repeat : null;
  }

  /** What stands for the rules of each of these projects. */
  List<Counters> counters(Collection<ProjectId> projects) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    keys.add(Keys.of(Keys.DIRECTORY, Keys.RULES));
    projects.forEach(each -> keys.add(Keys.of(Keys.project(each), Keys.RULES)));
    Map<String, Item> found = found(keys);
    return projects.stream().map(each -> counters(each, found)).toList();
  }

  private Map<String, Item> found(List<Map<String, AttributeValue>> keys) {
    Map<String, Item> found = new HashMap<>();
    for (Item item : table.batch(keys)) {
      found.put(item.text(Keys.PK) + "/" + item.sk(), item);
    }
    return found;
  }

  private static Counters counters(ProjectId project, Map<String, Item> found) {
    return new Counters(
        project,
        count(found.get(Keys.project(project) + "/" + Keys.RULES)),
        count(found.get(Keys.DIRECTORY + "/" + Keys.RULES)));
  }

  private static long count(@Nullable Item item) {
    return item == null ? 0 : item.number("n");
  }
}
