package io.countersign.merge;

import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a change of one document wants of it, with the values. */
final class Wants {
  private Wants() {}

  /** To give keys of a document values. */
  static Wanted setting(DocumentBase base, String held, Map<String, String> values) {
    DocumentChange change =
        new DocumentChange.OfKeys(
            "changes[0]", base.document(), new TreeMap<>(values), new TreeSet<>(), new TreeMap<>());
    Map<DocumentId, Found> found = Map.of(base.document(), new Found(base, Texts.read(held)));
    return switch (Drafting.draft(ChangeSet.of(List.of(change)), found, "token", new Random(1))) {
      case Drafting.Result.Drafted(Draft draft) ->
          new Wanted(
              draft.documents().getFirst(),
              IntStream.range(0, draft.operations().size())
                  .mapToObj(
                      each ->
                          new Wanted.Want(draft.operations().get(each), draft.sealings().get(each)))
                  .toList());
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }
}
