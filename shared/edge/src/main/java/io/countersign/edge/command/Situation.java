package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Head;

/** What a command on an existing request was read into. */
public record Situation(Actor actor, Head head, Revision revision) {
  public Request request() {
    return head.request();
  }
}
