package io.countersign.sample;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.document.Kind;
import io.countersign.policy.BoundPolicy;
import io.countersign.project.DocumentId;
import io.countersign.request.Event;
import io.countersign.revision.Base;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Payload;
import io.countersign.revision.Place;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Requests and their revisions. */
public final class Proposals {
  public static final RequestId ONE = new RequestId(Rulebook.PAYMENTS, 1);
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final Mac MAC = new Mac("ab".repeat(32));

  private Proposals() {}

  /** The digest of no revision. */
  public static Digest digest() {
    return new Digest("0".repeat(64));
  }

  /** The first revision of the first request: sets one key of each document. */
  public static Revision revision(
      Set<? extends ActorId> authors, List<BoundPolicy> policies, DocumentId... documents) {
    return sealed(
        new Revision(
            ONE,
            1,
            "token",
            authors.iterator().next(),
            new TreeSet<>(authors),
            new TreeSet<>(),
            "New password",
            "",
            new Payload.OfSecrets(
                operations(documents), bases(documents), origins(documents), List.of()),
            policies,
            NOON,
            new Digest("0".repeat(64))));
  }

  /** The revision after that one: sets one key of each document. */
  public static Revision revised(
      Revision before,
      ActorId author,
      List<BoundPolicy> policies,
      Directory directory,
      Instant at,
      DocumentId... documents) {
    return before.revised(
        "token",
        author,
        "Another password",
        "",
        operations(documents),
        origins(documents),
        bases(documents),
        policies,
        directory,
        at);
  }

  /** The first revision of the first request: copies one key from the one document to the other. */
  public static Revision copying(
      ActorId author, List<BoundPolicy> policies, DocumentId from, DocumentId to) {
    Source source = new Source(new Source.Version(from, "version-0"), "PASSWORD");
    return Revision.sealed(
        ONE,
        "token",
        author,
        "New password",
        "",
        List.of(new Operation.Copy(to, "PASSWORD", source, new Base.Absent(), MAC, Kind.STRING)),
        bases(to),
        policies,
        Directory.EMPTY,
        NOON);
  }

  private static List<Operation> operations(DocumentId... documents) {
    return Stream.of(documents)
        .map(each -> (Operation) new Operation.Set(each, "PASSWORD", new Base.Absent(), MAC))
        .toList();
  }

  private static List<Origin> origins(DocumentId... documents) {
    return Stream.of(documents).map(_ -> Origin.at(new Place("token", 0))).toList();
  }

  private static List<DocumentBase> bases(DocumentId... documents) {
    return Stream.of(documents)
        .map(each -> new DocumentBase(each, "arn:" + each.path(), "version-1"))
        .toList();
  }

  /** The same, written while these owned the machines among its authors. */
  public static Revision owned(Revision of, SortedSet<PersonId> owners) {
    return new Revision(
        of.request(),
        of.number(),
        of.token(),
        of.author(),
        of.authors(),
        owners,
        of.title(),
        of.message(),
        of.payload(),
        of.policies(),
        of.madeAt(),
        of.digest());
  }

  /** The same revision of another request. */
  public static Revision of(RequestId request, Revision other) {
    return sealed(
        new Revision(
            request,
            other.number(),
            other.token(),
            other.author(),
            other.authors(),
            other.owners(),
            other.title(),
            other.message(),
            other.payload(),
            other.policies(),
            other.madeAt(),
            other.digest()));
  }

  /** The same with the digest that is right for it. */
  public static Revision sealed(Revision open) {
    return new Revision(
        open.request(),
        open.number(),
        open.token(),
        open.author(),
        open.authors(),
        open.owners(),
        open.title(),
        open.message(),
        open.payload(),
        open.policies(),
        open.madeAt(),
        open.recomputed());
  }

  /** The event that it leaves as a new revision. */
  public static Event.Revised revisedTo(Revision revision) {
    Event.Submitted same = submitted(revision);
    return new Event.Revised(
        same.author(),
        same.revision(),
        same.digest(),
        same.title(),
        same.scope(),
        same.expiresAt());
  }

  /** The event that its submission leaves. */
  public static Event.Submitted submitted(Revision revision) {
    return new Event.Submitted(
        revision.author(),
        revision.number(),
        revision.digest(),
        revision.title(),
        revision.scope(),
        revision.policies().stream()
            .map(each -> revision.madeAt().plus(each.terms().pendingFor()))
            .min(Instant::compareTo)
            .orElse(null));
  }
}
