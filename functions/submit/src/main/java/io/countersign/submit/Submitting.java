package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.Draft;
import io.countersign.request.Command;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes new change requests. */
final class Submitting {
  static final String ROUTE = "POST /v1/change-requests";

  private final Store store;
  private final Making making;
  private final Submitted submitted;
  private final Contention contention;
  private final UnaryOperator<String> bodyHash;

  Submitting(
      Store store,
      Making making,
      Submitted submitted,
      Contention contention,
      UnaryOperator<String> bodyHash) {
    this.store = store;
    this.making = making;
    this.submitted = submitted;
    this.contention = contention;
    this.bodyHash = bodyHash;
  }

  HttpResponse submit(HttpRequest http) {
    return submit(http, Submission.of(http.fields()));
  }

  /** Makes one that the body does not spell out. */
  HttpResponse submit(HttpRequest http, Submission submission) {
    Caller caller = Caller.of(http);
    Repeats.Key key = Repeats.of(http, caller.subject(), bodyHash);
    return contention.until(() -> attempt(caller, submission, key));
  }

  private @Nullable HttpResponse attempt(
      Caller caller, Submission submission, Repeats.@Nullable Key key) {
    Reading read =
        store.read(
            new Ask(
                caller.subject(),
                null,
                null,
                key == null ? null : key.hash(),
                submission.project()));
    Actor writer = Actors.require(read.actor(), caller);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      if (repeat.isDone()) {
        return submitted.again(
            store, writer, Objects.requireNonNull(repeat.request()), repeat.status());
      }
    }
    String token = making.token(repeat, key);
    if (token == null) {
      return null;
    }
    ChangeSet asked = ChangeSet.of(submission.changes());
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = Allowed.rules(store.rules(counters), writer);
    Directory directory = store.directory(counters);
    Actor actor = Actors.require(writer, directory, caller);
    Making.Basis basis = new Making.Basis(actor, null, rules, directory, counters, token, key);
    Allowed.check(asked, basis);
    return making.make(basis, asked, new First(submission, basis));
  }

  /** The first revision of a request that gets its number when it is sealed. */
  private final class First implements Making.Proposal {
    private final Submission submission;
    private final Making.Basis basis;

    private First(Submission submission, Making.Basis basis) {
      this.submission = submission;
      this.basis = basis;
    }

    @Override
    public Revision sealed(Draft draft, List<BoundPolicy> policies, Instant now) {
      return Revision.sealed(
          new RequestId(submission.project(), store.nextNumber(submission.project())),
          basis.token(),
          basis.actor().id(),
          submission.title(),
          submission.message(),
          draft.operations(),
          draft.documents(),
          policies,
          basis.directory(),
          now);
    }

    @Override
    public Command command(Revision revision) {
      return new Command.Submit(basis.actor(), revision, basis.rules(), basis.directory());
    }
  }
}
