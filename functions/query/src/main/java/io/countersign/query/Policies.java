package io.countersign.query;

import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Effective;
import io.countersign.policy.Kind;
import io.countersign.policy.Lowering;
import io.countersign.policy.Match;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.PolicyVersion;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import io.countersign.wire.LoweredJson;
import io.countersign.wire.PolicyJson;
import java.util.List;

/** Policies: as they are, as they were, and which of them govern a document. */
final class Policies {
  private final Reader reader;
  private final Store store;
  private final Registry registry;

  Policies(Reader reader, Store store, Registry registry) {
    this.reader = reader;
    this.store = store;
    this.registry = registry;
  }

  /** All of a project, and who may write them. */
  HttpResponse list(HttpRequest http) {
    Rules rules = reader.project(http);
    return HttpResponse.json(
        200,
        Json.object()
            .put("items", Json.array(rules.policies(), PolicyJson::write))
            .put("next", new Json.Null())
            .put("writers", writers(rules, store.directory()))
            .build());
  }

  HttpResponse one(HttpRequest http) {
    PolicyId id = http.parameter("policy", PolicyId::new);
    return Lists.find(
        reader.project(http).policies(),
        each -> each.id().equals(id),
        each -> Lists.one(PolicyJson.write(each), each.version()));
  }

  /** All that was written of a policy, also of one that was removed. */
  HttpResponse versions(HttpRequest http) {
    PolicyId id = http.parameter("policy", PolicyId::new);
    Rules rules = reader.project(http);
    List<PolicyVersion> history = registry.history(rules.project().id(), id);
    Directory directory = store.directory();
    return history.isEmpty()
        ? Problem.notFound().response()
        : Lists.of(history, each -> shown(each, directory));
  }

  /** What rule 3 says of one document, now. */
  HttpResponse effective(HttpRequest http) {
    Rules rules = reader.project(http);
    DocumentId document = document(http, rules);
    Effective effective = Effective.of(rules.policies(Kind.SECRETS), document);
    Directory directory = store.directory();
    List<BoundPolicy> now =
        effective.governing().stream().map(each -> each.policy().bind(directory)).toList();
    return HttpResponse.json(
        200,
        Json.object()
            .put("environment", document.environment().value())
            .put("path", document.path().value())
            .put("unprotected", effective.governing().isEmpty())
            .put("policies", Json.array(effective.governing(), each -> governing(each, directory)))
            .put("beaten", Json.array(effective.beaten(), each -> beaten(each, now, directory)))
            .put("writers", writers(rules, directory))
            .build());
  }

  private static DocumentId document(HttpRequest http, Rules rules) {
    Fields fields = http.queryFields();
    EnvironmentId environment = fields.typed("environment", EnvironmentId::new);
    DocumentPath path = fields.typed("path", DocumentPath::of);
    fields.end();
    if (!rules.environments().containsKey(environment)) {
      throw new InvalidField(
          "environment", "unknown-environment", "is no environment of this project");
    }
    return new DocumentId(environment, path);
  }

  private static Json shown(PolicyVersion version, Directory directory) {
    return Json.object()
        .put("change", version.kind().name())
        .put(
            "by",
            version.by() == null ? new Json.Null() : Answers.actor(version.by(), directory::nameOf))
        .put("at", version.at() == null ? null : version.at().toString())
        .put("policy", PolicyJson.write(version.policy()))
        .build();
  }

  private static Json.Builder match(Match match) {
    Policy policy = match.policy();
    return Json.object()
        .put("id", policy.id().value())
        .put("name", policy.name())
        .put("version", policy.version())
        .put("rank", match.rank().name())
        .put("target", PolicyJson.write(match.target()));
  }

  private static Json beaten(Match match, List<BoundPolicy> now, Directory directory) {
    return match(match)
        .put("lowers", LoweredJson.write(Lowering.of(match.policy().bind(directory), now)))
        .build();
  }

  private static Json governing(Match match, Directory directory) {
    return match(match)
        .put("selfApproval", match.policy().terms().selfApproval())
        .put(
            "requirements",
            Json.array(match.policy().requirements(), each -> requirement(each, directory)))
        .build();
  }

  private static Json requirement(Requirement requirement, Directory directory) {
    return Json.object()
        .put("approvals", requirement.approvals())
        .put("people", Json.texts(requirement.people()))
        .put("groups", Json.texts(requirement.groups()))
        .put("approvers", approvers(requirement, directory))
        .build();
  }

  /** Who is in the set now. */
  static Json approvers(Requirement requirement, Directory directory) {
    return Json.array(
        requirement.members(directory), each -> Answers.actor(each, directory::nameOf));
  }

  private static Json writers(Rules rules, Directory directory) {
    return Json.array(
        rules.access().holders(Permission.POLICIES_WRITE, directory),
        each -> Answers.actor(each.id(), directory::nameOf));
  }
}
