package io.countersign.admin;

import io.countersign.edge.http.HttpResponse;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import org.jspecify.annotations.Nullable;

/**
 * What a call wants written, as its body has it.
 *
 * @param project whose rules it is about, or the organisation
 */
record Draft(ProjectId project, Decision decision) {
  /** Decides what it comes to; every refusal is a problem thrown. */
  interface Decision {
    Written of(Sight sight);
  }

  /** An edit and the answer once it is applied; no edit where it is so already. */
  record Written(@Nullable Edit edit, HttpResponse answer) {}

  /** Of the whole organisation. */
  static Draft ofOrganisation(Decision decision) {
    return new Draft(ProjectId.ORGANISATION, decision);
  }
}
