package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.document.Edit;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import io.countersign.project.DocumentId;
import io.countersign.property.Cases;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Changes of one document, asked for and drafted. */
record Asked(
    SortedMap<String, String> set,
    SortedSet<String> delete,
    SortedMap<String, String> rename,
    SortedMap<String, Source> copy,
    Map<String, Member> copied) {
  /** An earlier version, with a value of each kind. */
  static final String VERSION = "{\"s\":\"three\",\"n\":-1.0e2,\"b\":true,\"z\":null}";

  static Asked nothing() {
    return new Asked(
        new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  Asked set(String key, String text) {
    set.put(key, text);
    return this;
  }

  Asked delete(String key) {
    delete.add(key);
    return this;
  }

  Asked rename(String from, String to) {
    rename.put(from, to);
    return this;
  }

  /** The key gets what stands under that key of another version of the document. */
  Asked copy(String key, String from, String version) {
    return copy(key, new Source(new Source.Version(Rulebook.DB, "earlier"), from), version);
  }

  Asked copy(String key, Source source, String version) {
    copy.put(key, source);
    copied.put(key, Objects.requireNonNull(document(version).member(source.key())));
    return this;
  }

  /** What it does to a document. */
  List<Edit> edits() {
    return change().edits(copied);
  }

  DocumentChange.OfKeys change() {
    return change("changes[0]", Rulebook.DB);
  }

  DocumentChange.OfKeys change(String field, DocumentId document) {
    return new DocumentChange.OfKeys(field, document, set, delete, rename, copy);
  }

  /** What comes of it against this document. */
  Drafting.Result against(String document) {
    return Drafting.draft(ChangeSet.of(List.of(change())), into(document), "token", chance());
  }

  /** This document as it was found, with what is copied into it. */
  Map<DocumentId, Found> into(String document) {
    return Map.of(Rulebook.DB, found(document).values().iterator().next().with(copied));
  }

  Draft drafted(String document) {
    Drafting.Result result = against(document);
    assertThat(result).isInstanceOf(Drafting.Result.Drafted.class);
    return ((Drafting.Result.Drafted) result).draft();
  }

  List<Problem> problems(String document) {
    Drafting.Result result = against(document);
    assertThat(result).isInstanceOf(Drafting.Result.Invalid.class);
    return ((Drafting.Result.Invalid) result).problems();
  }

  /** What it wants once it is sealed. */
  Wanted wanted(String document) {
    Draft draft = drafted(document);
    return Wanted.of(revision(draft.operations(), draft.documents()), draft.sealings()).getFirst();
  }

  /** What it is to take a document away as it is here. */
  static Wanted removal(String document) {
    Draft draft = removed(document);
    return Wanted.of(revision(draft.operations(), draft.documents()), draft.sealings()).getFirst();
  }

  static Draft removed(String document) {
    Drafting.Result result =
        Drafting.draft(ChangeSet.of(List.of(removal())), found(document), "token", chance());
    assertThat(result).isInstanceOf(Drafting.Result.Drafted.class);
    return ((Drafting.Result.Drafted) result).draft();
  }

  static DocumentChange removal() {
    return new DocumentChange.Removal("changes[0]", Rulebook.DB);
  }

  static Revision revision(List<Operation> operations, List<DocumentBase> documents) {
    return Revision.sealed(
        Proposals.ONE,
        "token",
        People.id("ann"),
        "title",
        "",
        operations,
        documents,
        List.of(),
        Directory.EMPTY,
        Proposals.NOON);
  }

  static Map<DocumentId, Found> found(String document) {
    return Map.of(
        Rulebook.DB, new Found(new DocumentBase(Rulebook.DB, "arn", "v1"), document(document)));
  }

  static Document document(String text) {
    assertThat(Document.parse(text)).isInstanceOf(Parsed.Readable.class);
    return ((Parsed.Readable) Document.parse(text)).document();
  }

  /** Any change of up to four keys, whether or not it can be. */
  static Asked any(RandomGenerator random) {
    Asked asked = nothing();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String key = Cases.oneOf(random, List.of("a", "b", "c", "d"));
      switch (random.nextInt(4)) {
        case 0 -> asked.set(key, Cases.oneOf(random, List.of("1", "2", "three")));
        case 1 -> asked.delete(key);
        case 2 -> asked.copy(key, Cases.oneOf(random, List.of("s", "n", "b", "z")), VERSION);
        default -> asked.rename(key, Cases.oneOf(random, List.of("a", "b", "c", "d")));
      }
    }
    return asked;
  }

  /** The same without what it copies, so that all values are strings. */
  Asked writing() {
    return new Asked(set, delete, rename, new TreeMap<>(), new TreeMap<>());
  }

  private static RandomGenerator chance() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  }
}
