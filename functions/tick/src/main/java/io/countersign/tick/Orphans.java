package io.countersign.tick;

import io.countersign.name.InvalidName;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proposed values that nobody needs: of ended requests, and of submissions that never were. */
final class Orphans {
  private static final Duration AGE = Duration.ofHours(1);

  private final Proposals proposals;
  private final Store store;

  Orphans(Proposals proposals, Store store) {
    this.proposals = proposals;
    this.store = store;
  }

  /** The names of those that can go. */
  List<String> find(Instant now) {
    Map<String, Boolean> needed = new HashMap<>();
    List<String> orphans = new ArrayList<>();
    proposals
        .list()
        .forEach(
            (name, since) -> {
              boolean old = since.isBefore(now.minus(AGE));
              if (!needed.computeIfAbsent(owner(name), each -> needed(each, old))) {
                orphans.add(name);
              }
            });
    return orphans;
  }

  void remove(String name) {
    proposals.delete(List.of(name));
  }

  /** The request and the revision token: the name without its part. */
  private static String owner(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private boolean needed(String owner, boolean old) {
    int slash = owner.indexOf('/');
    if (slash < 0) {
      return true;
    }
    RequestId id;
    try {
      id = RequestId.parse(owner.substring(0, slash));
    } catch (InvalidName e) {
      // Somebody else's, although it is under our prefix.
      return true;
    }
    Head head = store.read(Ask.state(id)).head();
    if (head == null) {
      return !old;
    }
    if (head.request().status().ended()) {
      return false;
    }
    Revision revision = store.revision(id, head.request().digest());
    boolean named = revision != null && revision.refersTo(owner.substring(slash + 1));
    return named || !old;
  }
}
