package io.countersign.merging;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Sight;
import io.countersign.edge.http.Caller;
import io.countersign.policy.Rules;
import io.countersign.remedy.Clearing;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call about the merge of a request, and what was read for one try of it.
 *
 * @param seen the digest that the caller saw
 * @param counters read with the head, before the rules
 * @param left until Lambda ends this invocation
 */
record Asked(
    Caller caller,
    Actor actor,
    Digest seen,
    Head head,
    Revision revision,
    Rules rules,
    Counters counters,
    Repeats.@Nullable Key key,
    Duration left) {
  private static final int DONE = 200;

  /**
   * The people at this moment, the caller among them.
   *
   * @throws io.countersign.edge.http.ProblemException 403 where the caller is not any more
   */
  Directory directory(Store store) {
    Directory directory = store.directory();
    Actors.require(actor, directory, caller);
    return directory;
  }

  Request request() {
    return head.request();
  }

  Planning.Basis basis(Directory directory) {
    return new Planning.Basis(head, revision, rules, counters, sight(directory));
  }

  /** Who could clear what is refused. */
  Clearing clearing(Directory directory) {
    return new Clearing(request(), revision, rules, directory);
  }

  private Sight sight(Directory directory) {
    return new Sight(actor, rules.access(), directory);
  }

  @Nullable Repeat done(Instant now) {
    return key == null ? null : key.done(request().id(), DONE, now);
  }
}
