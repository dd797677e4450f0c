package io.countersign.tests.refusal;

import static io.countersign.tests.refusal.Refusal.malformed;
import static io.countersign.tests.refusal.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad projects, environments, bindings, destinations, policies, people and groups. */
class BadRulesTest {
  private static final Scene SCENE = Scene.unprotected();
  private static final String REQUIRED =
      "\"requirements\":[{\"approvals\":1,\"people\":[\"amy\"]}]";
  private static final String TARGET = "\"targets\":[{\"environment\":\"prod\"}]";

  private static final String TAKEN = taken();

  private static String taken() {
    String prefix = "/countersign/" + SCENE.project() + "/";
    assertThat(ada().put(SCENE.path("/destinations/taken"), ssm("prod", prefix)).status())
        .isEqualTo(201);
    return prefix;
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        row("has no name", "{}", malformed("name", "required")),
        row("has no target", policy("\"targets\":[]", REQUIRED), refused("targets", "size")),
        row(
            "has no requirement",
            policy(TARGET, "\"requirements\":[]"),
            refused("requirements", "size")),
        row(
            "is for no environment",
            policy("\"targets\":[{\"environment\":\"test\"}]", REQUIRED),
            refused("targets[0].environment", "unknown-environment")),
        row(
            "is for half a segment",
            policy("\"targets\":[{\"environment\":\"prod\",\"path\":\"/a*\"}]", REQUIRED),
            refused("targets[0].path", "path-glob")),
        row(
            "asks for nobody",
            policy(TARGET, "\"requirements\":[{\"approvals\":0,\"people\":[\"amy\"]}]"),
            refused("requirements[0].approvals", "range")),
        row(
            "asks for words",
            policy(TARGET, "\"requirements\":[{\"approvals\":\"two\"}]"),
            malformed("requirements[0].approvals", "type")),
        row(
            "names a stranger",
            policy(TARGET, "\"requirements\":[{\"approvals\":1,\"people\":[\"stranger\"]}]"),
            refused("requirements[0].people", "unknown-person")),
        row(
            "names no group",
            policy(TARGET, "\"requirements\":[{\"approvals\":1,\"groups\":[\"no-group\"]}]"),
            refused("requirements[0].groups", "unknown-group")),
        row(
            "nobody could satisfy",
            policy(TARGET, "\"requirements\":[{\"approvals\":2,\"people\":[\"amy\"]}]"),
            refused("requirements", "unsatisfiable")),
        row(
            "asks the same person twice",
            policy(
                TARGET,
                "\"requirements\":[{\"approvals\":1,\"people\":[\"amy\"]},"
                    + "{\"approvals\":1,\"people\":[\"amy\"]}]"),
            refused("requirements", "unsatisfiable")),
        row(
            "waits too short",
            policy(TARGET, REQUIRED + ",\"pendingFor\":\"PT59S\""),
            refused("pendingFor", "duration")),
        row(
            "waits for something else",
            policy(TARGET, REQUIRED + ",\"pendingFor\":\"a day\""),
            refused("pendingFor", "duration")),
        row(
            "may be merged too late",
            policy(TARGET, REQUIRED + ",\"mergeWithin\":\"P366D\""),
            refused("mergeWithin", "duration")),
        row(
            "reminds without end",
            policy(TARGET, REQUIRED + reminders("PT1H", "PT1H", "0")),
            refused("reminders.atMost", "range")),
        row(
            "reminds all at once",
            policy(TARGET, REQUIRED + reminders("PT1H", "PT0S", "2")),
            refused("reminders.every", "duration")),
        row(
            "reminds after a while",
            policy(TARGET, REQUIRED + reminders("a while", "PT1H", "2")),
            refused("reminders.after", "duration")),
        row(
            "reminds now and then",
            policy(TARGET, REQUIRED + ",\"reminders\":{\"after\":\"PT1H\",\"atMost\":2}"),
            malformed("reminders.every", "required")),
        row(
            "merges by itself perhaps",
            policy(TARGET, REQUIRED + ",\"autoMerge\":\"yes\""),
            malformed("autoMerge", "type")),
        row(
            "may be bypassed perhaps",
            policy(TARGET, REQUIRED + ",\"bypass\":true"),
            malformed("bypass", "type")),
        row(
            "may be bypassed by an emptied list",
            policy(TARGET, REQUIRED + ",\"bypass\":{\"who\":\"CHOSEN\",\"people\":[]}"),
            refused("bypass.people", "nobody")),
        row(
            "may be bypassed by anyone and somebody",
            policy(TARGET, REQUIRED + ",\"bypass\":{\"who\":\"ANYONE\",\"groups\":[\"ops\"]}"),
            refused("bypass.groups", "anyone")),
        row(
            "may be bypassed by a stranger",
            policy(TARGET, REQUIRED + ",\"bypass\":{\"who\":\"CHOSEN\",\"people\":[\"stranger\"]}"),
            refused("bypass.people", "unknown-person")),
        row(
            "has an unknown field",
            policy(TARGET, REQUIRED + ",\"byPass\":true"),
            malformed("byPass", "unknown")));
  }

  private static String reminders(String after, String every, String atMost) {
    return ",\"reminders\":{\"after\":\"%s\",\"every\":\"%s\",\"atMost\":%s}"
        .formatted(after, every, atMost);
  }

  @ParameterizedTest(name = "that {0}")
  @MethodSource("policies")
  void a_policy_is_refused(String why, String body, Refusal refusal) {
    refusal.check(ada().post(SCENE.path("/policies"), body));
    assertThat(ada().get(SCENE.path("/policies")).body().path("items")).isEmpty();
  }

  static Stream<Arguments> entries() {
    String environment = SCENE.path("/environments/more");
    String destination = SCENE.path("/destinations/ssm");
    String binding = SCENE.path("/bindings/more");
    String role = SCENE.path("/roles/more");
    return Stream.of(
        row(SCENE.path("-x"), "{}", malformed("name", "required")),
        row(
            SCENE.path("-x"),
            "{\"name\":\"N\",\"governance\":\"NONE\"}",
            refused("governance", "choice")),
        row(environment, "{\"secretPrefix\":\"dev/x/\"}", refused("secretPrefix", "not-managed")),
        row(environment, "{\"secretPrefix\":\"prod/x\"}", refused("secretPrefix", "secret-prefix")),
        row(
            environment,
            "{\"secretPrefix\":\"" + SCENE.prefix() + "sub/\"}",
            refused("secretPrefix", "overlap")),
        row(environment, "{\"secretPrefix\":\"prod/\"}", refused("secretPrefix", "overlap")),
        row(
            environment,
            "{\"secretPrefix\":\"" + SCENE.prefix() + "\"}",
            refused("secretPrefix", "overlap")),
        row(
            environment,
            rotated("{\"path\":\"db\",\"keys\":[\"K\"]}"),
            rotatedRefused("path", "path-glob")),
        row(
            environment,
            rotated("{\"path\":\"/db\",\"keys\":[]}"),
            rotatedRefused("keys", "empty")),
        row(
            environment,
            rotated("{\"path\":\"/db\",\"keys\":[1]}"),
            malformed("rotatedKeys[0].keys[0]", "type")),
        row(
            environment,
            rotated("{\"path\":\"/db\",\"keys\":[\"K\"],\"kind\":1}"),
            malformed("rotatedKeys[0].kind", "unknown")),
        row(
            environment,
            rotated(
                String.join(",", Collections.nCopies(51, "{\"path\":\"/db\",\"keys\":[\"K\"]}"))),
            refused("rotatedKeys", "count")),
        row(
            environment,
            "{\"secretPrefix\":\"prod/y/\",\"kmsKeyArn\":\"mine\"}",
            refused("kmsKeyArn", "arn")),
        row(
            environment,
            "{\"secretPrefix\":\"prod/y/\","
                + "\"kmsKeyArn\":\"arn:aws:kms:eu-central-1:000000000000:key/elsewhere\"}",
            refused("kmsKeyArn", "not-managed")),
        row(destination, ssm("prod", "/elsewhere/"), refused("parameterPrefix", "not-managed")),
        row(
            destination,
            ssm("prod", "countersign"),
            refused("parameterPrefix", "parameter-prefix")),
        row(
            SCENE.path("/destinations/other"),
            ssm("prod", TAKEN + "sub/"),
            refused("parameterPrefix", "overlap")),
        row(
            destination,
            ssm("test", "/countersign/x/"),
            refused("environment", "unknown-environment")),
        row(
            destination,
            ssm("prod", "/countersign/x/").replace("SSM", "FTP"),
            refused("type", "choice")),
        row(destination, hook("http://example.com/x", "A".repeat(32)), refused("url", "address")),
        row(destination, hook("https://10.0.0.1/x", "A".repeat(32)), refused("url", "address")),
        row(destination, hook("https://[::1]/x", "A".repeat(32)), refused("url", "address")),
        row(destination, hook("https://2130706433/x", "A".repeat(32)), refused("url", "address")),
        row(
            destination,
            hook("https://u:p@example.com/", "A".repeat(32)),
            refused("url", "address")),
        row(destination, hook("https://example.com/x", "A".repeat(28)), refused("key", "key")),
        row(
            destination,
            hook("https://example.com/x", "A".repeat(32)).replace("whsec_", "sk_"),
            refused("key", "key")),
        row(
            destination,
            hook("https://example.com/x", "A".repeat(32)).replace("Merged", "Revealed"),
            refused("events", "choice")),
        row(
            destination,
            "{\"type\":\"WEBHOOK\",\"environment\":\"prod\",\"url\":\"https://example.com/x\"}",
            malformed("key", "required")),
        row(destination, cluster("\"ca\":\"none\""), refused("ca", "certificate")),
        row(binding, "{\"role\":\"owner\",\"person\":\"amy\"}", refused("role", "unknown-role")),
        row(binding, "{\"role\":\"viewer\"}", refused("person", "one-of")),
        row(role, "{}", refused("permissions", "size")),
        row(role, "{\"permissions\":\"all\"}", malformed("permissions", "type")),
        row(role, "{\"permissions\":[1]}", malformed("permissions[0]", "type")),
        row(role, "{\"permissions\":[\"*\"]}", refused("permissions[0]", "permission")),
        row(
            role,
            "{\"permissions\":[\"audit:read\"],\"name\":\"N\"}",
            malformed("name", "unknown")),
        row(
            binding,
            "{\"role\":\"viewer\",\"person\":\"stranger\"}",
            refused("person", "unknown-person")),
        row(
            binding,
            "{\"role\":\"viewer\",\"group\":\"no-group\"}",
            refused("group", "unknown-group")),
        row(
            "v1/groups/bad",
            "{\"name\":\"N\",\"members\":[\"stranger\"]}",
            refused("members", "unknown-person")),
        row("v1/people/bad", "{\"name\":\"N\",\"email\":\"nowhere\"}", refused("email", "email")),
        row(
            "v1/people/bad",
            "{\"name\":\"N\",\"email\":\"n@example.com\",\"active\":\"yes\"}",
            malformed("active", "type")),
        row(
            "v1/people/bad",
            "{\"name\":\"N\",\"email\":\"n@example.com\",\"subject\":{}}",
            malformed("subject.issuer", "required")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("entries")
  void an_entry_is_refused(String path, String body, Refusal refusal) {
    refusal.check(ada().put(path, body));
    Answer after = ada().get(path);
    assertThat(after.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "a"})
  void what_is_no_name_of_a_project_makes_none(String name) {
    refused("project", "slug")
        .check(ada().put("v1/projects/" + name, "{\"name\":\"N\",\"governance\":\"OPT_OUT\"}"));
  }

  private static Arguments row(String first, String body, Refusal refusal) {
    return Arguments.of(first, body, refusal);
  }

  private static String policy(String targets, String rest) {
    return "{\"name\":\"P\"," + targets + "," + rest + "}";
  }

  private static String rotated(String items) {
    return "{\"secretPrefix\":\"prod/y/\",\"rotatedKeys\":[" + items + "]}";
  }

  private static Refusal rotatedRefused(String field, String rule) {
    return refused("rotatedKeys[0]." + field, rule);
  }

  private static String ssm(String environment, String prefix) {
    return "{\"type\":\"SSM\",\"environment\":\"%s\",\"parameterPrefix\":\"%s\"}"
        .formatted(environment, prefix);
  }

  private static String hook(String url, String key) {
    return ("{\"type\":\"WEBHOOK\",\"environment\":\"prod\",\"url\":\"%s\","
            + "\"events\":[\"Merged\"],\"key\":\"whsec_%s\"}")
        .formatted(url, key);
  }

  private static String cluster(String ca) {
    return ("{\"type\":\"KUBERNETES\",\"environment\":\"prod\",\"namespace\":\"apps\","
            + "\"server\":\"https://kubernetes.example.com\",\"name\":\"{path}\","
            + "\"token\":\"0123456789abcdef\",%s}")
        .formatted(ca);
  }

  private static Client ada() {
    return World.as(Person.ADA);
  }
}
