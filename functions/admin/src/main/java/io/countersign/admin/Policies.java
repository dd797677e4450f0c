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
import io.countersign.store.Entry;
import io.countersign.store.Registry;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes change policies. */
final class Policies {
  private final Writing writing;
  private final Registry registry;
  private final InstantSource clock;
  private final Supplier<RandomGenerator> chance;

  Policies(
      Writing writing, Registry registry, InstantSource clock, Supplier<RandomGenerator> chance) {
    this.writing = writing;
    this.registry = registry;
    this.clock = clock;
    this.chance = chance;
  }

  /** A new policy; the same Idempotency-Key always names the same one. */
  HttpResponse create(HttpRequest http) {
    PolicyBody body = PolicyBody.of(http.fields());
    PolicyId id = id(http);
    return writing.project(
        http,
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
            return written(sight, entry(sight, policy), policy, null);
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

  HttpResponse put(HttpRequest http) {
    PolicyBody body = PolicyBody.of(http.fields());
    PolicyId id = http.parameter("policy", PolicyId::new);
    return writing.project(
        http,
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.POLICIES_WRITE);
          Policy before = present(rules, id);
          if (before.kind() != body.kind()) {
            throw new InvalidField("kind", "kept", "must stay " + before.kind());
          }
          long version = Versions.next(http, before.version());
          Policy policy = body.checked(id, version, rules, sight.directory());
          return written(sight, entry(sight, policy), policy, before);
        });
  }

  HttpResponse delete(HttpRequest http) {
    PolicyId id = http.parameter("policy", PolicyId::new);
    return writing.project(
        http,
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.POLICIES_WRITE);
          Policy before = present(rules, id);
          Versions.next(http, before.version());
          return new Writing.Written(
              new Entry.RemovalOfPolicy(rules.project().id(), before, mark(sight)),
              HttpResponse.json(200, Warnings.removed(before, rules, sight.directory())));
        });
  }

  private Entry entry(Writing.Sight sight, Policy policy) {
    return new Entry.OfPolicy(sight.project().project().id(), policy, mark(sight));
  }

  private Entry.Mark mark(Writing.Sight sight) {
    return new Entry.Mark(sight.actor().id(), clock.instant());
  }

  private static Writing.Written written(
      Writing.Sight sight, @Nullable Entry entry, Policy policy, @Nullable Policy before) {
    Warnings warnings = new Warnings(policy, before, sight.directory());
    return new Writing.Written(
        entry, Versions.answer(warnings.in(sight.project()), policy.version()));
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
