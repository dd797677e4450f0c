package io.countersign.submit;

import io.countersign.json.Fields;
import io.countersign.project.ProjectId;
import io.countersign.proposal.DocumentChange;
import java.util.List;

/** What somebody asks for, as the body has it. */
record Submission(ProjectId project, String title, String message, List<DocumentChange> changes) {
  static final int LONGEST_TITLE = 200;

  static Submission of(Fields body) {
    Submission submission =
        new Submission(
            body.typed("project", ProjectId::of),
            body.text("title", LONGEST_TITLE),
            body.messageOrEmpty("message"),
            Changes.of(body));
    body.end();
    return submission;
  }
}
