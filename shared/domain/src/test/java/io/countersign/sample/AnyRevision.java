package io.countersign.sample;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.document.Kind;
import io.countersign.policy.BoundPolicy;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.property.Cases;
import io.countersign.revision.Base;
import io.countersign.revision.Batch;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Payload;
import io.countersign.revision.Place;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random revisions, and each one's neighbours that differ from it in one thing. */
public final class AnyRevision {
  private AnyRevision() {}

  /** Of any kind; its digest is not right. */
  public static Revision of(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> of(random, Any.text(random), new Payload.OfAccess(AnyAccess.entitlement(random)));
      case 1 -> of(random, Any.text(random), AnyEdit.payload(random));
      default -> ofSecrets(random);
    };
  }

  /** Of any documents and operations. */
  public static Revision ofSecrets(RandomGenerator random) {
    List<DocumentId> documents =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(n -> Any.document(random))
            .distinct()
            .sorted()
            .toList();
    List<String> tokens = List.of(Any.text(random), "an-earlier-one");
    List<Operation> operations =
        IntStream.range(0, 1 + random.nextInt(5))
            .mapToObj(n -> operation(random, Cases.oneOf(random, documents)))
            .toList();
    return of(
        random,
        tokens.getFirst(),
        new Payload.OfSecrets(
            operations,
            documents.stream().map(each -> base(random, each)).toList(),
            operations.stream()
                .map(_ -> new Origin(place(random, tokens), place(random, tokens)))
                .toList(),
            tokens.stream().map(token -> batch(random, token)).toList()));
  }

  private static Revision of(RandomGenerator random, String token, Payload payload) {
    return new Revision(
        Any.request(random),
        1 + random.nextInt(5),
        token,
        Any.actor(random),
        Any.authors(random),
        Any.people(random, 0),
        Any.text(random),
        Any.text(random),
        payload,
        Any.list(random, 2, () -> bound(random)),
        Any.instant(random),
        Any.digest(random));
  }

  /** One that somebody has written, or the usual one. */
  private static BoundPolicy bound(RandomGenerator random) {
    BoundPolicy policy = Any.policy(random).bind(Any.directory(random));
    return random.nextInt(4) > 0
        ? policy
        : new BoundPolicy(
            policy.id(),
            policy.name(),
            0,
            policy.terms(),
            policy.requirements(),
            policy.bypassers());
  }

  private static Place place(RandomGenerator random, List<String> tokens) {
    return new Place(Cases.oneOf(random, tokens), random.nextInt(9));
  }

  private static Batch batch(RandomGenerator random, String token) {
    return new Batch(
        token, Any.list(random, 2, () -> new Part(Any.text(random), Any.text(random))));
  }

  private static DocumentBase base(RandomGenerator random, DocumentId document) {
    return random.nextBoolean()
        ? new DocumentBase(document, null, null)
        : new DocumentBase(document, "arn:" + Any.text(random), Any.text(random));
  }

  public static Operation operation(RandomGenerator random, DocumentId document) {
    return switch (random.nextInt(5)) {
      case 0 ->
          new Operation.Set(
              document,
              Any.text(random),
              base(random),
              Any.mac(random),
              Cases.oneOf(random, List.of(Kind.values())));
      case 1 -> new Operation.Delete(document, Any.text(random), base(random));
      case 2 ->
          new Operation.Rename(
              document, Any.text(random), Any.text(random), base(random), base(random));
      case 3 ->
          new Operation.Copy(
              document,
              Any.text(random),
              new Source(
                  new Source.Version(Any.document(random), Any.text(random)), Any.text(random)),
              base(random),
              Any.mac(random),
              Cases.oneOf(random, List.of(Kind.values())));
      default -> new Operation.Remove(document, inventory(random));
    };
  }

  private static SortedMap<String, Mac> inventory(RandomGenerator random) {
    SortedMap<String, Mac> all = new TreeMap<>();
    Any.list(random, 3, () -> Any.text(random)).forEach(key -> all.put(key, Any.mac(random)));
    return all;
  }

  private static Base base(RandomGenerator random) {
    return random.nextBoolean() ? new Base.Absent() : new Base.Present(Any.mac(random));
  }

  /** The same with another title and message. */
  public static Revision titled(Revision of, String title, String message) {
    return copy(of, of.request(), of.number(), of.authors(), title, message, of.payload());
  }

  /** Each differs from it in one thing that a voter has agreed to. */
  public static List<Revision> neighbours(Revision of) {
    List<Revision> all = new ArrayList<>();
    all.add(titled(of, of.title() + "x", of.message()));
    all.add(titled(of, of.title(), of.message() + "x"));
    all.add(titled(of, of.title() + "x", "x" + of.message()));
    if (!of.message().isEmpty()) {
      all.add(titled(of, of.title() + of.message(), ""));
    } else if (!of.title().isEmpty()) {
      all.add(titled(of, "", of.title()));
    }
    RequestId id = of.request();
    all.add(of(of, new RequestId(id.project(), id.number() + 1), of.number(), of.authors()));
    all.add(
        of(
            of,
            new RequestId(ProjectId.of(id.project() + "1"), id.number()),
            of.number(),
            of.authors()));
    all.add(of(of, id, of.number() + 1, of.authors()));
    all.add(
        made(
            of,
            id,
            of.number(),
            new PersonId("another-author"),
            of.authors(),
            of.title(),
            of.message(),
            of.payload()));
    SortedSet<ActorId> more = new TreeSet<>(of.authors());
    more.add(new PersonId("another-author"));
    all.add(of(of, id, of.number(), more));
    SortedSet<ActorId> replaced = new TreeSet<>(more);
    replaced.remove(of.authors().first());
    all.add(of(of, id, of.number(), replaced));
    if (of.payload() instanceof Payload.OfAccess(Entitlement asked)) {
      for (Entitlement other : AnyAccess.neighbours(asked)) {
        all.add(with(of, new Payload.OfAccess(other)));
      }
    }
    if (of.payload() instanceof Payload.OfGovernance governance) {
      Variants.of(governance).forEach(each -> all.add(with(of, each.value())));
    }
    for (int i = 0; i < of.operations().size(); i++) {
      for (Operation other : neighbours(of.operations().get(i))) {
        List<Operation> operations = new ArrayList<>(of.operations());
        operations.set(i, other);
        all.add(with(of, operations, of.documents()));
      }
      List<Operation> fewer = new ArrayList<>(of.operations());
      fewer.remove(i);
      all.add(with(of, fewer, of.documents()));
    }
    for (int i = 0; i < of.documents().size(); i++) {
      DocumentBase base = of.documents().get(i);
      List<DocumentBase> documents = new ArrayList<>(of.documents());
      documents.set(i, new DocumentBase(base.document(), base.arn() + "x", base.versionId()));
      all.add(with(of, of.operations(), documents));
    }
    return all;
  }

  private static List<Operation> neighbours(Operation of) {
    DocumentId other = Rulebook.document("/quite/another");
    Mac mac = new Mac("ef".repeat(32));
    Base base = new Base.Present(new Mac("cd".repeat(32)));
    return switch (of) {
      case Operation.Set(DocumentId document, String k, Base b, Mac value, Kind kind) ->
          List.of(
              new Operation.Set(other, k, b, value, kind),
              new Operation.Set(document, k + "x", b, value, kind),
              new Operation.Set(document, k, base, value, kind),
              new Operation.Set(document, k, b, mac, kind),
              new Operation.Set(
                  document, k, b, value, kind == Kind.NUMBER ? Kind.NULL : Kind.NUMBER),
              new Operation.Delete(document, k, b));
      case Operation.Copy copy -> neighbours(copy);
      case Operation.Delete(DocumentId document, String k, Base b) ->
          List.of(
              new Operation.Delete(other, k, b),
              new Operation.Delete(document, k + "x", b),
              new Operation.Delete(document, k, base));
      case Operation.Rename(DocumentId document, String k, String to, Base b, Base target) ->
          List.of(
              new Operation.Rename(other, k, to, b, target),
              new Operation.Rename(document, k + "x", to, b, target),
              new Operation.Rename(document, k, to + "x", b, target),
              new Operation.Rename(document, k, to, base, target),
              new Operation.Rename(document, k, to, b, base));
      case Operation.Remove(DocumentId document, SortedMap<String, Mac> all) -> {
        SortedMap<String, Mac> more = new TreeMap<>(all);
        more.put(all.isEmpty() ? "x" : all.lastKey() + "x", mac);
        SortedMap<String, Mac> changed = new TreeMap<>(all);
        changed.replaceAll((_, _) -> mac);
        List<Operation> others = new ArrayList<>();
        others.add(new Operation.Remove(other, all));
        others.add(new Operation.Remove(document, more));
        if (!all.isEmpty()) {
          others.add(new Operation.Remove(document, changed));
        }
        yield others;
      }
    };
  }

  private static List<Operation> neighbours(Operation.Copy of) {
    Source source = of.source();
    DocumentId from = source.document();
    List<Operation> all = new ArrayList<>();
    for (Source other :
        List.of(
            source,
            new Source(source.version(), source.key() + "x"),
            new Source(new Source.Version(from, source.version().id() + "x"), source.key()),
            new Source(new Source.Version(from, source.key()), source.version().id()),
            new Source(
                new Source.Version(Rulebook.document("/quite/another"), source.version().id()),
                source.key()),
            new Source(
                new Source.Version(
                    new DocumentId(new EnvironmentId("elsewhere"), from.path()),
                    source.version().id()),
                source.key()))) {
      all.add(new Operation.Copy(of.document(), of.key(), other, of.base(), of.value(), of.kind()));
    }
    all.removeIf(of::equals);
    Base base = new Base.Present(new Mac("cd".repeat(32)));
    Kind kind = of.kind() == Kind.NUMBER ? Kind.NULL : Kind.NUMBER;
    all.addAll(
        List.of(
            new Operation.Copy(
                Rulebook.document("/quite/another"),
                of.key(),
                source,
                of.base(),
                of.value(),
                of.kind()),
            new Operation.Copy(
                of.document(), of.key() + "x", source, of.base(), of.value(), of.kind()),
            new Operation.Copy(of.document(), of.key(), source, base, of.value(), of.kind()),
            new Operation.Copy(
                of.document(), of.key(), source, of.base(), new Mac("ef".repeat(32)), of.kind()),
            new Operation.Copy(of.document(), of.key(), source, of.base(), of.value(), kind),
            new Operation.Set(of.document(), of.key(), of.base(), of.value(), of.kind())));
    return all;
  }

  private static Revision of(
      Revision of, RequestId request, int number, SortedSet<ActorId> authors) {
    return copy(of, request, number, authors, of.title(), of.message(), of.payload());
  }

  private static Revision with(
      Revision of, List<Operation> operations, List<DocumentBase> documents) {
    return with(of, new Payload.OfSecrets(operations, documents, of.origins(), of.batches()));
  }

  private static Revision with(Revision of, Payload payload) {
    return copy(of, of.request(), of.number(), of.authors(), of.title(), of.message(), payload);
  }

  private static Revision copy(
      Revision of,
      RequestId request,
      int number,
      SortedSet<ActorId> authors,
      String title,
      String message,
      Payload payload) {
    return made(of, request, number, of.author(), authors, title, message, payload);
  }

  private static Revision made(
      Revision of,
      RequestId request,
      int number,
      ActorId author,
      SortedSet<ActorId> authors,
      String title,
      String message,
      Payload payload) {
    Digest wrong = of.digest();
    return new Revision(
        request,
        number,
        of.token(),
        author,
        authors,
        of.owners(),
        title,
        message,
        payload,
        of.policies(),
        of.madeAt(),
        wrong);
  }
}
