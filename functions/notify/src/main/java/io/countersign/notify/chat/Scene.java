package io.countersign.notify.chat;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import java.time.Instant;

/**
 * An event together with what is needed to tell channels of it.
 *
 * @param state the request as it is now
 * @param revision the present one
 * @param rules of its project at this moment
 * @param link to the request's page
 */
record Scene(
    Event event,
    long sequence,
    Instant at,
    Request state,
    Revision revision,
    Rules rules,
    Directory directory,
    String link) {
  /** Whether all that it needs has been agreed to, as things are now. */
  boolean agreed() {
    return Agreement.beforeMerge(state, revision, rules, directory).isEmpty();
  }
}
