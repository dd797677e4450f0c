package io.countersign.query.reading;

import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Description;
import io.countersign.rule.Difference;
import io.countersign.rule.Edit;
import io.countersign.wire.EditJson;
import java.util.List;

/** The rules that a revision changes, fact by fact. */
public final class RulesView {
  private RulesView() {}

  /** Null where a revision changes none. */
  public static Json of(Revision revision, Directory directory) {
    return revision.payload() instanceof Payload.OfGovernance(var project, var edits)
        ? Json.object()
            .put("project", project.value())
            .put("edits", edits(edits, Description.Names.in(directory, edits)))
            .build()
        : new Json.Null();
  }

  private static Json edits(List<Edit> edits, Description.Names names) {
    return Json.array(edits, each -> edit(each, names));
  }

  private static Json edit(Edit edit, Description.Names names) {
    return Json.object()
        .putAll(EditJson.write(edit.thing()).members())
        .put("words", edit.thing().words())
        .put("differences", Json.array(Difference.of(edit, names), RulesView::difference))
        .put("call", RuleCall.of(edit))
        .build();
  }

  private static Json difference(Difference difference) {
    return Json.object()
        .put("label", difference.label())
        .put("before", difference.before())
        .put("after", difference.after())
        .build();
  }
}
