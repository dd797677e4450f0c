package io.countersign.sample;

import io.countersign.directory.ActorId;
import io.countersign.policy.BoundPolicy;
import io.countersign.project.DocumentId;
import io.countersign.request.Event;
import io.countersign.revision.Base;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Requests and their revisions. */
public final class Proposals {
  public static final RequestId ONE = new RequestId(Rulebook.PAYMENTS, 1);
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final Mac MAC = new Mac("ab".repeat(32));

  private Proposals() {}

  /** The first revision of the first request: sets one key of each document. */
  public static Revision revision(
      Set<? extends ActorId> authors, List<BoundPolicy> policies, DocumentId... documents) {
    List<Operation> operations =
        List.of(documents).stream()
            .map(each -> (Operation) new Operation.Set(each, "PASSWORD", new Base.Absent(), MAC))
            .toList();
    List<DocumentBase> bases =
        List.of(documents).stream()
            .map(each -> new DocumentBase(each, "arn:" + each.path(), "version-1"))
            .toList();
    return sealed(
        new Revision(
            ONE,
            1,
            "token",
            new TreeSet<>(authors),
            "New password",
            "",
            operations,
            bases,
            policies,
            List.of(),
            NOON,
            new Digest("0".repeat(64))));
  }

  /** The same with the digest that is right for it. */
  public static Revision sealed(Revision open) {
    return new Revision(
        open.request(),
        open.number(),
        open.token(),
        open.authors(),
        open.title(),
        open.message(),
        open.operations(),
        open.documents(),
        open.policies(),
        open.parts(),
        open.madeAt(),
        open.recomputed());
  }

  /** The event that its submission leaves. */
  public static Event.Submitted submitted(Revision revision) {
    return new Event.Submitted(
        revision.authors().first(),
        revision.number(),
        revision.digest(),
        revision.title(),
        revision.touched(),
        revision.policies().stream()
            .map(each -> revision.madeAt().plus(each.terms().pendingFor()))
            .min(Instant::compareTo)
            .orElse(null));
  }
}
