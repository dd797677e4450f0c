package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Postings in memory. */
public final class FakePostings implements Postings {
  private record Row(Posting posting, Instant free, Tried tried) {}

  private record Place(RequestId request, ChannelId channel) {}

  private final SortedMap<String, Row> rows = new TreeMap<>();
  private final Map<Place, Root> roots = new HashMap<>();

  @Override
  public Claim claim(Posting queued) {
    Row row = rows.get(key(queued));
    if (row != null && row.posting().status() != Posting.Status.QUEUED) {
      return Claim.ENDED;
    }
    if (row != null && row.free().isAfter(queued.at())) {
      return Claim.NOT_NOW;
    }
    rows.put(key(queued), new Row(queued, queued.at().plus(IN_HAND), Tried.PERHAPS));
    return row != null && row.tried() == Tried.PERHAPS ? Claim.TAKEN_AFTER_ANOTHER : Claim.TAKEN;
  }

  @Override
  public void end(Posting ended) {
    rows.put(key(ended), new Row(ended, ended.at(), Tried.PERHAPS));
  }

  @Override
  public void giveBack(Posting waiting, Instant from, Tried tried) {
    rows.put(key(waiting), new Row(waiting, from, tried));
  }

  @Override
  public List<Posting> of(RequestId request) {
    return rows.values().stream()
        .map(Row::posting)
        .filter(posting -> posting.request().equals(request))
        .toList();
  }

  @Override
  public @Nullable Root root(RequestId request, ChannelId channel) {
    return roots.get(new Place(request, channel));
  }

  @Override
  public void remember(Root root) {
    roots.merge(
        new Place(root.request(), root.channel()),
        root,
        (before, now) ->
            before.shows() < now.shows() || !before.conversation().equals(now.conversation())
                ? now
                : before);
  }

  private static String key(Posting posting) {
    return posting.request() + "#%010d#%s".formatted(posting.sequence(), posting.channel());
  }
}
