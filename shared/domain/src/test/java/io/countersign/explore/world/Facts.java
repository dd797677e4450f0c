package io.countersign.explore.world;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Found;
import io.countersign.revision.Digest;
import io.countersign.store.Counters;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a command has read so far; null is what it has not.
 *
 * @param seen the digest that it names
 */
public record Facts(
    @Nullable Digest seen,
    @Nullable Actor actor,
    @Nullable Filed filed,
    @Nullable Counters counters,
    @Nullable Rules rules,
    @Nullable Directory directory,
    @Nullable SortedMap<DocumentId, Found> found) {
  /** Nothing read yet. */
  public static Facts seeing(@Nullable Digest seen) {
    return new Facts(seen, null, null, null, null, null, null);
  }

  public Facts with(@Nullable Actor who) {
    return new Facts(seen, who, filed, counters, rules, directory, found);
  }

  public Facts with(@Nullable Actor who, @Nullable Filed request, Counters counted) {
    return new Facts(seen, who, request, counted, rules, directory, found);
  }

  public Facts with(Rules read) {
    return new Facts(seen, actor, filed, counters, read, directory, found);
  }

  public Facts with(Directory read) {
    return new Facts(seen, actor, filed, counters, rules, read, found);
  }

  public Facts with(SortedMap<DocumentId, Found> read) {
    return new Facts(seen, actor, filed, counters, rules, directory, read);
  }
}
