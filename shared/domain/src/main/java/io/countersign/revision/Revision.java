package io.countersign.revision;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.rule.Edit;
import io.countersign.rule.Governed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, sealed version of a proposal (rule 1).
 *
 * @param number from 1
 * @param token random; names the batch of its own values
 * @param author who made this revision
 * @param authors of this and all earlier revisions
 * @param owners who owned a machine among the authors when it wrote, or at any time from then until
 *     this revision was made: no vote of theirs counts (rule 2)
 * @param payload what it proposes
 * @param policies as bound when it was made; empty when nothing governed what it is about
 */
public record Revision(
    RequestId request,
    int number,
    String token,
    ActorId author,
    SortedSet<ActorId> authors,
    SortedSet<PersonId> owners,
    String title,
    String message,
    Payload payload,
    List<BoundPolicy> policies,
    Instant madeAt,
    Digest digest) {

  /** The first revision of a request over secrets, sealed; its values have no place yet. */
  public static Revision sealed(
      RequestId request,
      String token,
      ActorId author,
      String title,
      String message,
      List<Operation> operations,
      List<DocumentBase> documents,
      List<BoundPolicy> policies,
      Directory directory,
      Instant now) {
    Payload payload = Payload.OfSecrets.fresh(token, operations, documents);
    return sealed(request, token, author, title, message, payload, policies, directory, now);
  }

  /** The first revision of a request, sealed. */
  public static Revision sealed(
      RequestId request,
      String token,
      ActorId author,
      String title,
      String message,
      Payload payload,
      List<BoundPolicy> policies,
      Directory directory,
      Instant now) {
    SortedSet<ActorId> authors = new TreeSet<>(Set.of(author));
    return new Revision(
        request,
        1,
        token,
        author,
        authors,
        directory.ownersSince(authors, now),
        title,
        message,
        payload,
        policies,
        now,
        DigestOf.revision(request, 1, author, authors, title, message, payload));
  }

  /**
   * The revision of a change set after this one, sealed. Its own values have no place yet, those
   * that it keeps are where they were.
   */
  public Revision revised(
      String next,
      ActorId by,
      String newTitle,
      String newMessage,
      List<Operation> proposed,
      List<Origin> places,
      List<DocumentBase> bases,
      List<BoundPolicy> bound,
      Directory directory,
      Instant now) {
    List<Batch> kept =
        batches().stream().filter(batch -> places.stream().anyMatch(batch::holds)).toList();
    Payload payload = new Payload.OfSecrets(proposed, bases, places, kept);
    return revised(next, by, newTitle, newMessage, payload, bound, directory, now);
  }

  /**
   * The revision after this one, sealed; who was an author stays one, and whoever has owned a
   * machine among them since it wrote stays barred.
   */
  public Revision revised(
      String next,
      ActorId by,
      String newTitle,
      String newMessage,
      Payload proposed,
      List<BoundPolicy> bound,
      Directory directory,
      Instant now) {
    SortedSet<ActorId> all = new TreeSet<>(authors);
    all.add(by);
    SortedSet<PersonId> answering = new TreeSet<>(owners);
    answering.addAll(directory.ownersSince(authors, madeAt));
    answering.addAll(directory.ownersSince(Set.of(by), now));
    return new Revision(
        request,
        number + 1,
        next,
        by,
        all,
        answering,
        newTitle,
        newMessage,
        proposed,
        bound,
        now,
        DigestOf.revision(request, number + 1, by, all, newTitle, newMessage, proposed));
  }

  /**
   * The same, with its own values in these places.
   *
   * @throws IllegalArgumentException when there are some, and it is no change set
   */
  public Revision with(List<Part> parts) {
    if (parts.isEmpty()) {
      return this;
    }
    if (!(payload instanceof Payload.OfSecrets)) {
      throw new IllegalArgumentException("has no values");
    }
    List<Batch> all = new ArrayList<>(batches());
    all.add(new Batch(token, parts));
    return copy(owners, new Payload.OfSecrets(operations(), documents(), origins(), all));
  }

  private Revision copy(SortedSet<PersonId> answering, Payload same) {
    return new Revision(
        request, number, token, author, authors, answering, title, message, same, policies, madeAt,
        digest);
  }

  /** The digest over what this revision says, computed afresh. */
  public Digest recomputed() {
    return DigestOf.revision(request, number, author, authors, title, message, payload);
  }

  /** Whose votes do not count but where a policy lets authors approve: who wrote it, and owners. */
  public SortedSet<ActorId> barred() {
    SortedSet<ActorId> barred = new TreeSet<>(authors);
    barred.addAll(owners);
    return barred;
  }

  /** The same, with those who have owned a machine among the authors at any time since. */
  public SortedSet<ActorId> barred(Directory directory) {
    return in(directory).barred();
  }

  /** The same revision, whose owners are also those who have owned a machine of it since. */
  public Revision in(Directory directory) {
    SortedSet<PersonId> answering = new TreeSet<>(owners);
    return answering.addAll(directory.ownersSince(authors, madeAt))
        ? copy(answering, payload)
        : this;
  }

  private Payload.OfSecrets secrets() {
    return payload instanceof Payload.OfSecrets secrets ? secrets : Payload.OfSecrets.NONE;
  }

  /** How it changes rules, in order; nothing where it does not. */
  public List<Edit> edits() {
    return payload instanceof Payload.OfGovernance(_, List<Edit> edits, _) ? edits : List.of();
  }

  /** What it does to documents, sorted by document, kind and key; nothing where it is no change. */
  public List<Operation> operations() {
    return secrets().operations();
  }

  /** What it was written against, sorted by document. */
  public List<DocumentBase> documents() {
    return secrets().documents();
  }

  /** Where its values are, one for each operation, in their order. */
  public List<Origin> origins() {
    return secrets().origins();
  }

  /** What the origins refer to, each once. */
  public List<Batch> batches() {
    return secrets().batches();
  }

  /** What it is about. */
  public Scope scope() {
    return payload.scope();
  }

  /** The documents that it touches. */
  public List<DocumentId> touched() {
    return documents().stream().map(DocumentBase::document).toList();
  }

  /** Whether it makes that document: there was none when it was written. */
  public boolean makes(DocumentId document) {
    return documents().stream()
        .anyMatch(each -> each.document().equals(document) && each.arn() == null);
  }

  /** The documents whose policies have a say: those that it touches, and those it copies from. */
  public SortedSet<DocumentId> governed() {
    return secrets().governed();
  }

  /** The same of one that is still to be made. */
  public static SortedSet<DocumentId> governed(
      List<DocumentBase> touched, List<Operation> operations) {
    return new Payload.OfSecrets(operations, touched, List.of(), List.of()).governed();
  }

  /** The policies that govern it as they are now, people resolved, beside those bound to it. */
  public List<BoundPolicy> live(Rules rules, Directory directory) {
    return governing(rules, directory).stream().map(each -> each.bind(directory)).toList();
  }

  /** The same, as they are written. */
  public List<Policy> governing(Rules rules, Directory directory) {
    return switch (payload) {
      case Payload.OfSecrets secrets -> rules.governing(secrets.governed());
      case Payload.OfAccess(Entitlement asked) -> rules.governing(asked.place());
      case Payload.OfGovernance(_, List<Edit> edits, _) -> Governed.by(edits, rules, directory);
    };
  }

  /** What it copies, in the order of all its operations. */
  public List<Operation.Copy> copies() {
    return Operation.Copy.among(operations());
  }

  /** Where the value that a key gets is copied from, or null where it is not. */
  public @Nullable DocumentId source(DocumentId document, String key) {
    return copies().stream()
        .filter(each -> each.document().equals(document) && each.key().equals(key))
        .map(each -> each.source().document())
        .findFirst()
        .orElse(null);
  }

  /** What it does to that document, in the order of all its operations. */
  public List<Operation> on(DocumentId document) {
    return operations().stream().filter(each -> each.document().equals(document)).toList();
  }

  /** Whether it refers to the values that were written together under this token. */
  public boolean refersTo(String written) {
    return batches().stream().anyMatch(batch -> batch.token().equals(written));
  }

  /** The names of all parts that hold its values. */
  public List<String> partNames() {
    return batches().stream().flatMap(batch -> batch.parts().stream()).map(Part::name).toList();
  }
}
