package io.countersign.submit;

import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.policy.BoundPolicy;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.Draft;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the next revision of a request: by its author, or by who takes it over. */
final class Revising {
  static final String ROUTE = "POST /v1/change-requests/{id}/revisions";

  private final Store store;
  private final Making making;
  private final Submitted submitted;
  private final InstantSource clock;
  private final Contention contention;
  private final UnaryOperator<String> bodyHash;

  Revising(
      Store store,
      Making making,
      Submitted submitted,
      InstantSource clock,
      Contention contention,
      UnaryOperator<String> bodyHash) {
    this.store = store;
    this.making = making;
    this.submitted = submitted;
    this.clock = clock;
    this.contention = contention;
    this.bodyHash = bodyHash;
  }

  HttpResponse revise(HttpRequest http) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Amendment amendment = Amendment.of(http.fields());
    Repeats.Key key = Repeats.of(http, caller.subject(), bodyHash);
    return contention.until(() -> attempt(caller, id, amendment, key));
  }

  private @Nullable HttpResponse attempt(
      Caller caller, RequestId id, Amendment amendment, Repeats.@Nullable Key key) {
    Reading read =
        store.read(
            new Ask(
                caller.subject(),
                id,
                amendment.seen(),
                key == null ? null : key.hash(),
                id.project()));
    Grounds grounds = Grounds.of(store, read, caller, id);
    Request request = grounds.request();
    Revision present = grounds.revision();
    if (!(present.payload() instanceof Payload.OfSecrets)) {
      throw OtherKind.refused("/v1/access-requests/" + id + "/revisions");
    }
    Directory directory = grounds.directory();
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      if (repeat.isDone()) {
        return submitted.answer(grounds.clearing(), grounds.actor(), repeat.status());
      }
    }
    Refusal refusal =
        Requests.unrevisable(
            request, grounds.actor(), amendment.seen(), grounds.rules().access(), clock.instant());
    if (refusal != null) {
      return Answers.problem(refusal, grounds.clearing()).response();
    }
    String token = making.token(repeat, key);
    return token == null
        ? null
        : make(
            amendment,
            present,
            new Making.Basis(
                grounds.actor(),
                new Making.Replaced(grounds.head(), present),
                grounds.rules(),
                directory,
                grounds.counters(),
                token,
                key));
  }

  private @Nullable HttpResponse make(Amendment amendment, Revision present, Making.Basis basis) {
    List<io.countersign.proposal.Problem> unknown = amendment.keep().unknown(present);
    if (!unknown.isEmpty()) {
      return Invalid.of(unknown);
    }
    ChangeSet asked = amendment.changeSet(present);
    Allowed.check(asked, basis);
    return making.make(basis, asked, new Next(amendment, present, basis));
  }

  /** The revision after the present one. */
  private record Next(Amendment amendment, Revision present, Making.Basis basis)
      implements Making.Proposal {
    @Override
    public Revision sealed(Draft draft, List<BoundPolicy> policies, Instant now) {
      return present.revised(
          basis.token(),
          basis.actor().id(),
          Objects.requireNonNullElse(amendment.title(), present.title()),
          Objects.requireNonNullElse(amendment.message(), present.message()),
          draft.operations(),
          draft.origins(),
          draft.documents(),
          policies,
          basis.directory(),
          now);
    }

    @Override
    public Command command(Revision revision) {
      return new Command.Revise(
          basis.actor(), amendment.seen(), revision, basis.rules(), basis.directory());
    }
  }
}
