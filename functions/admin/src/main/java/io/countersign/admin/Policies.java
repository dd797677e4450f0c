package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.InvalidField;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.store.Registry;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes change policies. */
final class Policies {
  private final Registry registry;
  private final Supplier<RandomGenerator> chance;

  Policies(Registry registry, Supplier<RandomGenerator> chance) {
    this.registry = registry;
    this.chance = chance;
  }

  /** A new policy; the same Idempotency-Key always names the same one. */
  Draft create(HttpRequest http) {
    PolicyBody body = PolicyBody.of(http.fields());
    PolicyId id = id(http);
    return new Draft(
        http.parameter("project", ProjectId::new),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.POLICIES_WRITE);
          Policy policy = body.checked(id, 1, rules, sight.directory());
          Policy there = find(rules, id);
          Policy first = registry.first(rules.project().id(), id);
          if (there == null) {
            if (first != null) {
              throw Problem.of(
                      409, "removed", "The policy that this key made was removed: use another key.")
                  .asException();
            }
            return written(sight, edit(sight, null, policy), policy, null);
          }
          if (!policy.equals(first)) {
            throw Problem.field(
                    422,
                    "idempotency-key-reused",
                    new Problem.FieldError(
                        "Idempotency-Key", "reused", "was used before with another body"))
                .asException();
          }
          return written(sight, null, there, null);
        });
  }

  Draft put(HttpRequest http) {
    PolicyBody body = PolicyBody.of(http.fields());
    PolicyId id = http.parameter("policy", PolicyId::new);
    return new Draft(
        http.parameter("project", ProjectId::new),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.POLICIES_WRITE);
          Policy before = present(rules, id);
          if (before.kind() != body.kind()) {
            throw new InvalidField("kind", "kept", "must stay " + before.kind());
          }
          long version = Versions.next(http, before.version());
          Policy policy = body.checked(id, version, rules, sight.directory());
          return written(sight, edit(sight, before, policy), policy, before);
        });
  }

  Draft delete(HttpRequest http) {
    PolicyId id = http.parameter("policy", PolicyId::new);
    return new Draft(
        http.parameter("project", ProjectId::new),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.POLICIES_WRITE);
          Policy before = present(rules, id);
          Versions.next(http, before.version());
          return new Draft.Written(
              edit(sight, before, null),
              HttpResponse.json(200, Warnings.removed(before, rules, sight.directory())));
        });
  }

  private static Edit edit(Sight sight, @Nullable Policy before, @Nullable Policy after) {
    return new Edit.OfPolicy(sight.project().project().id(), before, after);
  }

  private static Draft.Written written(
      Sight sight, @Nullable Edit edit, Policy policy, @Nullable Policy before) {
    Warnings warnings = new Warnings(policy, before, sight.directory());
    return new Draft.Written(edit, Versions.answer(warnings.in(sight.project()), policy.version()));
  }

  private static @Nullable Policy find(Rules rules, PolicyId id) {
    return rules.policies().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private static Policy present(Rules rules, PolicyId id) {
    Policy policy = find(rules, id);
    if (policy == null) {
      throw Problem.notFound().asException();
    }
    return policy;
  }

  private PolicyId id(HttpRequest http) {
    Repeats.Key key = Repeats.of(http, Caller.of(http).subject());
    if (key != null) {
      return new PolicyId("policy-" + key.hash().substring(0, 16));
    }
    byte[] bytes = new byte[8];
    chance.get().nextBytes(bytes);
    return new PolicyId("policy-" + HexFormat.of().formatHex(bytes));
  }
}
