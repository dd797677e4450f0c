package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which operations of the present revision the next one is to keep. */
public sealed interface Keep {
  /** Where an operation is named, or null where it is not meant. */
  Kept.@Nullable Field field(Operation operation);

  /** The names under which the revision lists nothing. */
  List<Problem> unknown(Revision present);

  /** Those of the revision that are meant, each once. */
  default List<Kept> of(Revision present) {
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < present.operations().size(); i++) {
      Operation operation = present.operations().get(i);
      Kept.Field field = field(operation);
      if (field != null) {
        kept.add(
            new Kept(
                field, operation, present.origins().get(i), base(present, operation.document())));
      }
    }
    return kept;
  }

  private static DocumentBase base(Revision present, DocumentId document) {
    return present.documents().stream()
        .filter(base -> base.document().equals(document))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Every one: a rebase.
   *
   * @param word the field where that is said in the input
   */
  record All(String word) implements Keep {
    @Override
    public Kept.Field field(Operation operation) {
      return new Kept.Field(word, word);
    }

    @Override
    public List<Problem> unknown(Revision present) {
      return List.of();
    }
  }

  /** Those that are named. */
  record Listed(List<Name> names) implements Keep {
    /** None. */
    public static final Listed NONE = new Listed(List.of());

    @Override
    public Kept.@Nullable Field field(Operation operation) {
      return names.stream()
          .filter(name -> name.means(operation))
          .findFirst()
          .map(Name::places)
          .orElse(null);
    }

    @Override
    public List<Problem> unknown(Revision present) {
      return names.stream()
          .filter(name -> present.operations().stream().noneMatch(name::means))
          .map(
              name ->
                  new Problem(
                      name.places().key(),
                      "no-such-operation",
                      "names no operation of revision " + present.number()))
          .toList();
    }
  }

  /**
   * A name of operations.
   *
   * @param field where it stands in the input, for example {@code keep[0]}
   * @param key that they are listed under, or null for all of the document
   */
  record Name(String field, DocumentId document, @Nullable String key) {
    boolean means(Operation operation) {
      return operation.document().equals(document)
          && (key == null || key.equals(Kept.key(operation)));
    }

    Kept.Field places() {
      return new Kept.Field(field + ".path", field + (key == null ? ".path" : ".key"));
    }
  }
}
