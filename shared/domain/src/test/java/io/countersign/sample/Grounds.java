package io.countersign.sample;

import io.countersign.link.Polling;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Store;
import java.util.Objects;

/** On what mails with links are sent. */
public final class Grounds {
  private Grounds() {}

  /** Those of a link to the person, to vote on the request as it is at this moment. */
  public static String of(Store store, RequestId request, String person) {
    Request state = Objects.requireNonNull(store.read(Ask.state(request)).head()).request();
    Revision revision = Objects.requireNonNull(store.revision(request, state.digest()));
    Rules rules = Objects.requireNonNull(store.rules(request.project()));
    return new Polling(state, revision, rules, store.directory()).grounds(People.id(person));
  }
}
