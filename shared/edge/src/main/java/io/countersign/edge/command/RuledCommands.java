package io.countersign.edge.command;

import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on existing requests that rest on rules and people: the counters of both are read
 * first, and are for the transaction to check.
 */
public final class RuledCommands {
  /** Decides on what was read, and commits. */
  public interface Attempt {
    /** The answer, or null when something was not as read any more. */
    @Nullable HttpResponse on(Grounds grounds, Repeats.@Nullable Key key);
  }

  /** Answers a call whose key was used before. */
  public interface Again {
    HttpResponse of(Grounds grounds, int status);
  }

  private final Store store;
  private final Contention contention;

  public RuledCommands(Store store, Contention contention) {
    this.store = store;
    this.contention = contention;
  }

  /**
   * Runs one command.
   *
   * @param seen the digest that came with it, or null where it has none
   */
  public HttpResponse run(HttpRequest http, @Nullable Digest seen, Attempt attempt, Again again) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Repeats.Key key = Repeats.of(http, caller.subject());
    return contention.until(
        () -> {
          Reading read =
              store.read(
                  new Ask(
                      caller.subject(), id, seen, key == null ? null : key.hash(), id.project()));
          Grounds grounds = Grounds.of(store, read, caller, id);
          if (key != null && read.repeat() != null) {
            key.same(read.repeat());
            return again.of(grounds, read.repeat().status());
          }
          return attempt.on(grounds, key);
        });
  }
}
