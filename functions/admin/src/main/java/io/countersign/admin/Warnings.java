package io.countersign.admin;

import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.policy.Lowered;
import io.countersign.policy.Lowering;
import io.countersign.policy.Overlap;
import io.countersign.policy.Policy;
import io.countersign.policy.Released;
import io.countersign.policy.Rules;
import io.countersign.wire.LoweredJson;
import io.countersign.wire.PolicyJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy as just written, with what it does to the others and they to it.
 *
 * @param before the same policy until now, or null for a new one
 */
record Warnings(Policy policy, @Nullable Policy before, Directory directory) {

  Json in(Rules rules) {
    return Json.object()
        .putAll(((Json.Obj) PolicyJson.write(policy)).members())
        .put("lowers", LoweredJson.write(before == null ? List.of() : lowered(before)))
        .put(
            "releases",
            before == null ? new Json.Arr(List.of()) : releases(before, policy, rules, directory))
        .put("warnings", Json.array(Overlap.of(policy, rules.policies(policy.kind())), this::shown))
        .build();
  }

  /** A policy as it was just removed, with where it counts no longer. */
  static Json removed(Policy policy, Rules rules, Directory directory) {
    return Json.object()
        .putAll(((Json.Obj) PolicyJson.write(policy)).members())
        .put("releases", releases(policy, null, rules, directory))
        .build();
  }

  /**
   * The places where a policy counts no longer, and what that lowers.
   *
   * @param after the policy as it will be, or null when it is removed
   */
  private static Json releases(
      Policy before, @Nullable Policy after, Rules rules, Directory directory) {
    return Json.array(
        Released.of(before, after, rules.policies(before.kind())),
        each -> shown(each, before, directory));
  }

  private static Json shown(Released released, Policy before, Directory directory) {
    List<Lowered> lowered =
        Lowering.of(
            before.bind(directory),
            released.instead().stream().map(each -> each.bind(directory)).toList());
    return Json.object()
        .put("message", released.message() + words(lowered))
        .put("place", PolicyJson.write(released.place()))
        .put("except", Json.array(released.except(), PolicyJson::write))
        .put("instead", Json.array(released.instead(), Warnings::named))
        .put("lowers", LoweredJson.write(lowered))
        .build();
  }

  private static Json named(Policy policy) {
    return Json.object().put("id", policy.id().value()).put("name", policy.name()).build();
  }

  private Json shown(Overlap overlap) {
    Policy other = overlap.other();
    List<Lowered> lowered =
        switch (overlap.kind()) {
          case BEATS -> lowered(other);
          case TIED, BEATEN -> List.of();
        };
    return Json.object()
        .put("code", overlap.kind().code())
        .put("message", overlap.message() + words(lowered))
        .put("policy", named(other))
        .put("places", Json.array(overlap.places(), PolicyJson::write))
        .put("lowers", LoweredJson.write(lowered))
        .build();
  }

  /** What the other asks for and this one does not. */
  private List<Lowered> lowered(Policy other) {
    return Lowering.of(other.bind(directory), List.of(policy.bind(directory)));
  }

  private static String words(List<Lowered> lowered) {
    return lowered.isEmpty()
        ? ""
        : lowered.stream()
            .map(Lowered::message)
            .collect(Collectors.joining("; ", " That lowers what is asked for there: ", "."));
  }
}
