package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.util.Objects;

/** What a command on an existing request was read into. */
public record Situation(Actor actor, Head head, Revision revision) {
  public Request request() {
    return head.request();
  }

  /** The present revision; the one that was named is another, or none, when the digest is old. */
  public static Revision present(Store store, Reading read, Head head) {
    Revision named = read.revision();
    Digest present = head.request().digest();
    if (named != null && named.digest().equals(present)) {
      return named;
    }
    return Objects.requireNonNull(
        store.revision(head.request().id(), present), "a request has its revision");
  }
}
