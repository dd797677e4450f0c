package io.countersign.explore.act;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.explore.realm.Proposal;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Found;
import io.countersign.revision.DocumentBase;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The secrets at one moment, as anybody can read them. */
public record Secrets(FakeVault vault) {
  /** What every document holds at first under every key that a request is about. */
  public static final String BASE = "base";

  /** The secrets of a world; writing them leaves it as it is. */
  public static Secrets of(World world) {
    return of(world.get(Part.VAULT));
  }

  /** The secrets of a snapshot; writing them leaves it as it is. */
  public static Secrets of(FakeVault.Snapshot snapshot) {
    FakeVault vault = new FakeVault();
    vault.restore(snapshot);
    return new Secrets(vault);
  }

  /** The name of a document's secret. */
  public static String name(DocumentId document) {
    return "prod" + document.path();
  }

  /** What is current, or null when there is nothing; what waits for its deletion is nothing. */
  public @Nullable String text(DocumentId document) {
    return vault.read(name(document)) instanceof Seen.Present present ? present.text() : null;
  }

  /** Whether it is being rotated just now. */
  public boolean held(DocumentId document) {
    return vault.read(name(document)) instanceof Seen.Present present
        && present.hindrance() != null;
  }

  /** The value under a key; the empty text for none. */
  public String value(DocumentId document, String key) {
    return value(read(text(document)), key);
  }

  /** The value under a key; the empty text for none. */
  public static String value(Document document, String key) {
    Member member = document.member(key);
    return member == null ? "" : member.text();
  }

  /** All keys with their values. */
  public static SortedMap<String, String> members(Document document) {
    SortedMap<String, String> members = new TreeMap<>();
    document.members().forEach(each -> members.put(each.name(), each.text()));
    return members;
  }

  /** What a document holds under the keys that a proposal is about; its own is among them. */
  public static SortedMap<String, String> base(
      Proposal proposal, DocumentId document, Document content) {
    SortedMap<String, String> base = members(content);
    base.keySet().removeIf(key -> !proposal.concerns(document, key));
    base.putIfAbsent(proposal.key(), "");
    return base;
  }

  /** The text of a version, also of a secret that waits for its deletion; null for none. */
  public @Nullable String text(String arn, String version) {
    FakeVault restored = new FakeVault();
    restored.restore(vault.snapshot());
    restored.restore(arn);
    return restored.text(arn, version);
  }

  /** The documents as a new revision is written against them. */
  public SortedMap<DocumentId, Found> found(List<DocumentId> documents) {
    SortedMap<DocumentId, Found> all = new TreeMap<>();
    for (DocumentId document : documents) {
      all.put(
          document,
          vault.read(name(document)) instanceof Seen.Present present
              ? new Found(
                  new DocumentBase(document, present.arn(), present.current()),
                  read(present.text()))
              : new Found(new DocumentBase(document, null, null), Document.EMPTY));
    }
    return all;
  }

  public static Document read(@Nullable String text) {
    return text != null && Document.parse(text) instanceof Parsed.Readable(Document document)
        ? document
        : Document.EMPTY;
  }
}
