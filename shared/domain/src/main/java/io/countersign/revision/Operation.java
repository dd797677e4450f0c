package io.countersign.revision;

import io.countersign.document.Kind;
import io.countersign.project.DocumentId;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** One change of a document; values are named by their bindings only. */
public sealed interface Operation {
  DocumentId document();

  /** The keys that it touches, sorted. */
  List<String> keys();

  /** Gives the key a value. */
  sealed interface Valued extends Operation {
    String key();

    Base base();

    /** The binding of the value. */
    Mac value();

    /** How the value is written. */
    Kind kind();

    @Override
    default List<String> keys() {
      return List.of(key());
    }
  }

  /**
   * Gives the key a value that its author wrote.
   *
   * @param kind how the value is written: as a JSON string, or bare where the key held a value of
   *     that kind and the new one is a token of it
   */
  record Set(DocumentId document, String key, Base base, Mac value, Kind kind) implements Valued {
    /** A value that is written as a JSON string. */
    public Set(DocumentId document, String key, Base base, Mac value) {
      this(document, key, base, value, Kind.STRING);
    }
  }

  /**
   * Gives the key a value that was in the store already, which its author does not see.
   *
   * @param kind what the value is there; in plain text it is written as text
   */
  record Copy(DocumentId document, String key, Source source, Base base, Mac value, Kind kind)
      implements Valued {
    /** Those among the operations, in their order. */
    public static List<Copy> among(List<Operation> operations) {
      return operations.stream().filter(Copy.class::isInstance).map(Copy.class::cast).toList();
    }
  }

  /** Takes the key away. */
  record Delete(DocumentId document, String key, Base base) implements Operation {
    @Override
    public List<String> keys() {
      return List.of(key);
    }
  }

  /** Gives the key another name; the value stays. */
  record Rename(DocumentId document, String key, String to, Base base, Base targetBase)
      implements Operation {
    @Override
    public List<String> keys() {
      return Stream.of(key, to).sorted().distinct().toList();
    }
  }

  /**
   * Takes the whole document away; the only operation on it.
   *
   * @param base every key that the document had, with a binding of the key and its value together:
   *     so equal values do not show
   */
  record Remove(DocumentId document, SortedMap<String, Mac> base) implements Operation {
    @Override
    public List<String> keys() {
      return List.copyOf(base.keySet());
    }
  }
}
