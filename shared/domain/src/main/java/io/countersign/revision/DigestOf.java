package io.countersign.revision;

import io.countersign.directory.ActorId;
import io.countersign.directory.GrantId;
import io.countersign.name.WellFormed;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The length-prefixed, versioned encoding that a digest is taken over. */
final class DigestOf {
  private static final String FORMAT = "countersign.revision.2";

  /** To ask a class for them costs more than all the rest. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private final MessageDigest sha;

  private DigestOf() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static Digest revision(
      RequestId request,
      int number,
      ActorId author,
      SortedSet<ActorId> authors,
      String title,
      String message,
      Payload payload) {
    DigestOf digest = new DigestOf();
    digest.text(FORMAT).text(request.toString()).number(number);
    digest.text(payload.kind().name()).text(request.project().value());
    digest.text(author.value()).number(authors.size());
    authors.forEach(each -> digest.text(each.value()));
    digest.text(title).text(message);
    switch (payload) {
      case Payload.OfSecrets secrets -> digest.secrets(secrets);
      case Payload.OfAccess(Entitlement entitlement) -> digest.entitlement(entitlement);
      case Payload.OfGovernance governance -> digest.any(governance);
    }
    return digest.done();
  }

  /** Over all that these say. */
  static Digest records(List<Record> all) {
    DigestOf digest = new DigestOf();
    digest.any(all);
    return digest.done();
  }

  private Digest done() {
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  private void secrets(Payload.OfSecrets secrets) {
    number(secrets.documents().size());
    for (DocumentBase each : secrets.documents()) {
      document(each.document()).text(each.arn() == null ? "" : each.arn());
    }
    number(secrets.operations().size());
    secrets.operations().forEach(this::operation);
  }

  private void entitlement(Entitlement entitlement) {
    Target place = entitlement.place();
    text(place.environment().value()).text(place.path().value());
    number(entitlement.actions().size());
    entitlement.actions().forEach(each -> text(each.code()));
    Window window = entitlement.window();
    time(window.start());
    time(window.end());
    text(window.lasts().toString());
    GrantId extending = entitlement.extending();
    text(extending == null ? "" : extending.value());
  }

  /**
   * All that a record says, and all that is in it: nothing can be left out of a change of rules.
   */
  private void any(@Nullable Object value) {
    switch (value) {
      case null -> text("absent");
      case Record of -> {
        text(of.getClass().getSimpleName());
        for (RecordComponent each : COMPONENTS.get(of.getClass())) {
          text(each.getName());
          any(read(of, each));
        }
      }
      case List<?> all -> {
        text("list").number(all.size());
        all.forEach(this::any);
      }
      case Map<?, ?> all -> {
        text("map").number(all.size());
        new TreeMap<>(all)
            .forEach(
                (key, each) -> {
                  any(key);
                  any(each);
                });
      }
      case Set<?> all -> {
        text("set").number(all.size());
        new TreeSet<>(all).forEach(this::any);
      }
      case Enum<?> of -> text("enum").text(of.name());
      case Instant of -> text("time").text(of.toString());
      case Duration of -> text("duration").text(of.toString());
      case Boolean of -> text("flag").text(of.toString());
      case Integer of -> text("number").number(of);
      case Long of -> text("number").number(of);
      case String of -> text("text").text(of);
      default -> throw new IllegalArgumentException("has no encoding: " + value.getClass());
    }
  }

  private static @Nullable Object read(Record of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records of the rules are public", e);
    }
  }

  /** Absent is another text than every time. */
  private void time(@Nullable Instant time) {
    text(time == null ? "" : time.toString());
  }

  private void operation(Operation operation) {
    document(operation.document());
    switch (operation) {
      case Operation.Set set ->
          text("set")
              .text(set.key())
              .base(set.base())
              .text(set.value().hex())
              .text(set.kind().name());
      case Operation.Copy copy ->
          text("copy")
              .text(copy.key())
              .base(copy.base())
              .text(copy.value().hex())
              .text(copy.kind().name())
              .document(copy.source().document())
              .text(copy.source().key())
              .text(copy.source().version().id());
      case Operation.Delete delete -> text("delete").text(delete.key()).base(delete.base());
      case Operation.Rename rename ->
          text("rename")
              .text(rename.key())
              .text(rename.to())
              .base(rename.base())
              .base(rename.targetBase());
      case Operation.Remove remove -> {
        text("remove").number(remove.base().size());
        remove.base().forEach((key, mac) -> text(key).text(mac.hex()));
      }
    }
  }

  private DigestOf base(Base base) {
    return switch (base) {
      case Base.Absent() -> text("absent");
      case Base.Present(Mac mac) -> text("present").text(mac.hex());
    };
  }

  private DigestOf document(DocumentId document) {
    return text(document.environment().value()).text(document.path().value());
  }

  private DigestOf text(String text) {
    byte[] bytes = WellFormed.utf8(text);
    number(bytes.length);
    sha.update(bytes);
    return this;
  }

  private void number(long number) {
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }
}
