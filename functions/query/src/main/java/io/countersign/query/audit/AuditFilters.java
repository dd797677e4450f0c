package io.countersign.query.audit;

import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.project.ProjectId;
import io.countersign.store.Trail.Span;
import org.jspecify.annotations.Nullable;

/** What of the audit is asked for; unknown parameters and bad values are refused by name. */
record AuditFilters(ProjectId project, Span span, @Nullable AuditCursor after) {
  static AuditFilters of(HttpRequest http) {
    Fields fields = http.queryFields();
    ProjectId project = fields.typed("project", ProjectId::new);
    Span span = new Span(fields.optionalTime("from"), fields.optionalTime("to"));
    String after = fields.optionalText("after");
    fields.end();
    return new AuditFilters(project, span, after == null ? null : cursor(after, project));
  }

  private static AuditCursor cursor(String text, ProjectId project) {
    AuditCursor cursor = AuditCursor.read(text);
    if (cursor == null || !cursor.project().equals(project)) {
      throw bad();
    }
    return cursor;
  }

  static InvalidField bad() {
    return new InvalidField(
        "after", "cursor", "must be one that an export of the project has given");
  }
}
