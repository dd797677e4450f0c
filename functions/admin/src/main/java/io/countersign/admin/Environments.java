package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.project.RotatedKeys;
import io.countersign.rule.Edit;
import io.countersign.wire.ProjectJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes environments: each prefix managed, and none the beginning of another. */
final class Environments {
  private static final Pattern KMS_KEY =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]{1,256}");

  private final Wiring.Managed managed;

  Environments(Wiring.Managed managed) {
    this.managed = managed;
  }

  Draft put(HttpRequest http) {
    EnvironmentId id = http.parameter("environment", EnvironmentId::new);
    Fields body = http.fields();
    String name = body.has("name") ? body.text("name", 200) : id.value();
    SecretPrefix prefix = body.typed("secretPrefix", SecretPrefix::new);
    String kmsKey = body.optionalText("kmsKeyArn");
    List<RotatedKeys> rotated = rotated(body);
    body.end();
    if (kmsKey != null) {
      checkKey(kmsKey);
    }
    inside(prefix);
    return new Draft(
        http.parameter("project", ProjectId::of),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.DIRECTORY_WRITE);
          if (!rules.environments().containsKey(id)) {
            sight.requiresOfOrganisation(Permission.DIRECTORY_WRITE);
          }
          Environment before = rules.environments().get(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          if (before != null && !before.secretPrefix().equals(prefix)) {
            throw new InvalidField("secretPrefix", "fixed", "cannot change once it is set");
          }
          Environment environment = new Environment(id, name, prefix, kmsKey, rotated, version);
          return new Draft.Written(
              new Edit.OfEnvironment(rules.project().id(), before, environment),
              Versions.answer(ProjectJson.write(environment), version));
        });
  }

  private static List<RotatedKeys> rotated(Fields body) {
    List<RotatedKeys> all = new ArrayList<>();
    for (Fields each : body.objects("rotatedKeys")) {
      PathGlob path = each.typed("path", PathGlob::new);
      SortedSet<String> keys = new TreeSet<>(each.typedList("keys", key -> key));
      each.end();
      few(each.at("keys"), keys.size());
      if (keys.isEmpty()) {
        throw new InvalidField(each.at("keys"), "empty", "must name a key");
      }
      all.add(new RotatedKeys(path, keys));
    }
    few(body.at("rotatedKeys"), all.size());
    return all;
  }

  private static void few(String field, int count) {
    if (count > RotatedKeys.MOST) {
      throw new InvalidField(field, "count", "must be at most " + RotatedKeys.MOST);
    }
  }

  /** The functions' roles may use the keys of the parameter SecretKeyArns and no others. */
  private void checkKey(String arn) {
    if (!KMS_KEY.matcher(arn).matches()) {
      throw new InvalidField("kmsKeyArn", "arn", "must be the ARN of a KMS key");
    }
    if (!managed.keys().contains(arn)) {
      throw new InvalidField(
          "kmsKeyArn",
          "not-managed",
          managed.keys().isEmpty()
              ? "names a key, but this deployment was given none (SecretKeyArns)"
              : "must be a key that this deployment may use: " + String.join(", ", managed.keys()));
    }
  }

  private void inside(SecretPrefix prefix) {
    if (!prefix.within(managed.secrets())) {
      throw new InvalidField(
          "secretPrefix",
          "not-managed",
          "must lie inside a prefix that this deployment manages: "
              + managed.secrets().stream()
                  .map(SecretPrefix::value)
                  .collect(Collectors.joining(", ")));
    }
    if (managed.own().stream().anyMatch(prefix::overlaps)) {
      throw new InvalidField(
          "secretPrefix", "pending", "is the place of proposed values or channels' credentials");
    }
  }
}
