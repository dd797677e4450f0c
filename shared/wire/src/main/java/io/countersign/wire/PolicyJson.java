package io.countersign.wire;

import io.countersign.directory.GroupId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.PathGlob;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.project.ChannelId;
import io.countersign.project.EnvironmentId;

/** Policies, as they are and as bound. */
public final class PolicyJson {
  private PolicyJson() {}

  public static Json write(Policy policy) {
    return Json.object()
        .put("id", policy.id().value())
        .put("kind", policy.kind().name())
        .put("name", policy.name())
        .put("targets", Json.array(policy.targets(), PolicyJson::write))
        .put("requirements", Json.array(policy.requirements(), each -> requirement(each).build()))
        .putAll(TermsJson.write(policy.terms()))
        .put("channels", Json.texts(policy.channels()))
        .put("version", policy.version())
        .build();
  }

  public static Policy read(Json stored) {
    Fields json = Fields.of(stored);
    return new Policy(
        json.typed("id", PolicyId::new),
        json.choiceOr("kind", Kind.SECRETS),
        json.text("name"),
        json.objects("targets").stream()
            .map(
                each ->
                    new Target(
                        each.typed("environment", EnvironmentId::new),
                        each.typed("path", PathGlob::new)))
            .toList(),
        json.objects("requirements").stream().map(PolicyJson::requirement).toList(),
        TermsJson.read(json),
        PartsJson.sorted(json.typedList("channels", ChannelId::new)),
        json.number("version"));
  }

  static Json write(BoundPolicy policy) {
    return Json.object()
        .put("id", policy.id().value())
        .put("name", policy.name())
        .put("version", policy.version())
        .putAll(TermsJson.write(policy.terms()))
        .put(
            "requirements",
            Json.array(
                policy.requirements(),
                each ->
                    requirement(each.requirement())
                        .put("members", Json.texts(each.members()))
                        .build()))
        .put("bypassers", Json.texts(policy.bypassers()))
        .build();
  }

  static BoundPolicy readBound(Fields json) {
    return new BoundPolicy(
        json.typed("id", PolicyId::new),
        json.text("name"),
        json.number("version"),
        TermsJson.read(json),
        json.objects("requirements").stream()
            .map(
                each ->
                    new BoundRequirement(
                        requirement(each),
                        PartsJson.sorted(each.typedList("members", PersonId::new))))
            .toList(),
        PartsJson.sorted(json.typedList("bypassers", PersonId::new)));
  }

  public static Json write(Target target) {
    return Json.object()
        .put("environment", target.environment().value())
        .put("path", target.path().value())
        .build();
  }

  private static Json.Builder requirement(Requirement requirement) {
    return Json.object()
        .put("approvals", requirement.approvals())
        .put("people", Json.texts(requirement.people()))
        .put("groups", Json.texts(requirement.groups()));
  }

  private static Requirement requirement(Fields json) {
    return new Requirement(
        (int) json.number("approvals"),
        PartsJson.sorted(json.typedList("people", PersonId::new)),
        PartsJson.sorted(json.typedList("groups", GroupId::new)));
  }
}
