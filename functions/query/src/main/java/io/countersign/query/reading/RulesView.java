package io.countersign.query.reading;

import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Difference;
import io.countersign.rule.Edit;
import io.countersign.rule.Names;
import io.countersign.wire.EditJson;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules that a revision changes, fact by fact. */
public final class RulesView {
  private RulesView() {}

  /**
   * Null where a revision changes none.
   *
   * @param whole whether the reader is told how those whom an edit is about are reached and sign in
   */
  public static Json of(Revision revision, Directory directory, Predicate<Edit> whole) {
    return revision.payload() instanceof Payload.OfGovernance(var project, var edits, _)
        ? Json.object()
            .put("project", project.value())
            .put("edits", edits(edits, Names.in(directory, edits), whole))
            .build()
        : new Json.Null();
  }

  private static Json edits(List<Edit> edits, Names names, Predicate<Edit> whole) {
    return Json.array(edits, each -> edit(each, names, whole.test(each)));
  }

  private static Json edit(Edit edit, Names names, boolean whole) {
    return Json.object()
        .putAll(EditJson.write(edit.thing()).members())
        .put("words", edit.thing().words())
        .put(
            "differences",
            Json.array(
                Difference.of(edit, names), each -> difference(whole ? each : each.forAll())))
        .put("call", whole ? RuleCall.of(edit) : new Json.Null())
        .build();
  }

  private static Json difference(Difference difference) {
    return Json.object()
        .put("label", difference.label())
        .put("before", difference.before())
        .put("after", difference.after())
        .put("moves", moves(difference.moves()))
        .put("withheld", difference.reach() == Difference.Reach.WITHHELD)
        .build();
  }

  private static Json moves(Difference.@Nullable Moves moves) {
    return moves == null
        ? new Json.Null()
        : Json.object()
            .put("added", Json.texts(moves.added()))
            .put("removed", Json.texts(moves.removed()))
            .put("kept", Json.texts(moves.kept()))
            .build();
  }
}
