package io.countersign.query;

import io.countersign.directory.Directory;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.rule.Governed;
import io.countersign.store.Store;
import java.util.List;

/** Who has to agree to changes of rules, said before anybody makes one. */
record Governing(Reader reader, Store store) {
  HttpResponse of(HttpRequest http) {
    Rules rules = reader.project(http);
    Directory directory = store.directory();
    boolean everywhere = rules.project().id().equals(ProjectId.ORGANISATION);
    List<Policy> policies =
        everywhere
            ? Governed.ofOrganisation(rules, directory)
            : Governed.ofProject(rules, directory);
    return HttpResponse.json(
        200,
        Json.object()
            .put("governance", rules.project().governance().name())
            .put("settingUp", rules.oversight().settingUp())
            .put("atOnce", policies.isEmpty())
            .put("policies", Json.array(policies, each -> policy(each, directory)))
            .build());
  }

  private static Json policy(Policy policy, Directory directory) {
    return Json.object()
        .put("id", policy.id().value())
        .put("name", policy.name())
        .put("usual", Governed.usual(policy))
        .put(
            "requirements", Json.array(policy.requirements(), each -> requirement(each, directory)))
        .build();
  }

  private static Json requirement(Requirement requirement, Directory directory) {
    return Json.object()
        .put("approvals", requirement.approvals())
        .put("approvers", Policies.approvers(requirement, directory))
        .build();
  }
}
