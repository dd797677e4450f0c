package io.countersign.submit;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.DocumentPath;
import io.countersign.name.InvalidName;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.proposal.DocumentChange;
import io.countersign.revision.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The operations that a body asks for. */
final class Changes {
  private static final Pattern VERSION = Pattern.compile("[!-~]{32,64}");

  private Changes() {}

  static List<DocumentChange> of(Fields body) {
    List<DocumentChange> changes = new ArrayList<>();
    Set<DocumentId> seen = new HashSet<>();
    List<Fields> items = body.objects("changes");
    for (int i = 0; i < items.size(); i++) {
      DocumentChange change = change(items.get(i), "changes[" + i + "]");
      if (!seen.add(change.document())) {
        throw new InvalidField(
            change.field() + ".path", "document-twice", "names a document for the second time");
      }
      changes.add(change);
    }
    return changes;
  }

  private static DocumentChange change(Fields item, String field) {
    DocumentId document = document(item);
    SortedMap<String, String> set = new TreeMap<>(item.textMap("set"));
    List<String> delete = item.typedList("delete", key -> key);
    SortedMap<String, String> rename = new TreeMap<>(item.textMap("rename"));
    SortedMap<String, Source> copy = new TreeMap<>();
    item.objectMap("copy").forEach((key, from) -> copy.put(key, source(from, document)));
    boolean whole = item.flagOr("deleteDocument", false);
    item.end();
    SortedSet<String> deleted = new TreeSet<>(delete);
    if (deleted.size() < delete.size()) {
      throw new InvalidField(field + ".delete", "key-twice", "names a key for the second time");
    }
    DocumentChange.OfKeys keys =
        new DocumentChange.OfKeys(field, document, set, deleted, rename, copy);
    if (!whole) {
      return keys;
    }
    if (keys.size() > 0) {
      throw new InvalidField(
          field + ".deleteDocument", "alone", "leaves no room for operations on single keys");
    }
    return new DocumentChange.Removal(field, document);
  }

  /** Where a value is to be copied from; what is not said is where it goes to. */
  private static Source source(Fields from, DocumentId to) {
    EnvironmentId environment = from.optionalTyped("environment", EnvironmentId::new);
    DocumentPath path = from.optionalTyped("path", DocumentPath::of);
    DocumentId document =
        new DocumentId(
            Objects.requireNonNullElse(environment, to.environment()),
            Objects.requireNonNullElse(path, to.path()));
    Source source =
        new Source(
            new Source.Version(document, from.typed("version", Changes::version)),
            from.text("key"));
    from.end();
    return source;
  }

  private static String version(String id) {
    if (!VERSION.matcher(id).matches()) {
      throw new InvalidName("version", "a version id of Secrets Manager, 32 to 64 characters");
    }
    return id;
  }

  /** The document that an item names. */
  static DocumentId document(Fields item) {
    return new DocumentId(
        item.typed("environment", EnvironmentId::new), item.typed("path", DocumentPath::of));
  }
}
