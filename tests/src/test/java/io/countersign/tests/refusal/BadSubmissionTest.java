package io.countersign.tests.refusal;

import static io.countersign.tests.refusal.Refusal.malformed;
import static io.countersign.tests.refusal.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadSubmissionTest {
  private static final String VALUE = Text.value();
  private static final Scene SCENE = Scene.askingFor(1);

  @BeforeAll
  static void something_is_there() {
    SCENE.holds("/db", "{\"HOST\":\"db\",\"PORT\":1}");
    SCENE.holds("/plain", "only text");
    SCENE.holds(
        "/large",
        IntStream.range(0, 201)
            .mapToObj(n -> "\"K" + n + "\":" + n)
            .collect(Collectors.joining(",", "{", "}")));
    SCENE.holds("/nested", "{\"LIST\":[\"" + VALUE + "\"]}");
    SCENE.holds("/twice", "{\"A\":1,\"A\":2}");
    World.SECRETS.createBinary(SCENE.secret("/binary"), new byte[] {1, 2});
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        row("is no JSON", "{\"title\":", new Refusal(400, "malformed-json", "body", "json")),
        row("is empty", "", malformed("project", "required")),
        row("is no object", "[]", malformed("body", "type")),
        row("says a field twice", "{\"title\":\"a\",\"title\":\"b\"}", badJson()),
        row(
            "has an unknown field",
            body("\"colour\":1", change("/db", set("A"))),
            malformed("colour", "unknown")),
        row(
            "has an unknown field inside",
            one("/db", set("A") + ",\"move\":{}"),
            malformed("changes[0].move", "unknown")),
        row(
            "has no title",
            "{\"project\":\"" + SCENE.project() + "\"}",
            malformed("title", "required")),
        row("has a blank title", titled("\" \""), refused("title", "length")),
        row("has a long title", titled("\"" + "t".repeat(201) + "\""), refused("title", "length")),
        row("has a number for a title", titled("7"), malformed("title", "type")),
        row("has half a character", titled("\"\\ud800\""), refused("title", "unicode")),
        row(
            "has a long message",
            body("\"message\":\"" + "m".repeat(4097) + "\"", change("/db", set("A"))),
            refused("message", "length")),
        row(
            "has changes that are no list",
            body("\"message\":\"\"", "{}").replace("[{}]", "{}"),
            malformed("changes", "type")),
        row(
            "has a value that is no text",
            one("/db", "\"set\":{\"A\":1}"),
            malformed("changes[0].set.A", "type")),
        row(
            "has keys that are no texts",
            one("/db", "\"delete\":[1]"),
            malformed("changes[0].delete[0]", "type")),
        row("changes nothing", body("\"message\":\"\"", ""), Refusal.change("changes", "empty")),
        row(
            "has a change without an operation",
            one("/db", "\"set\":{}"),
            Refusal.change("changes", "empty")),
        row(
            "names too many documents",
            body(
                "\"message\":\"\"",
                IntStream.range(0, 21)
                    .mapToObj(n -> change("/db" + n, set("A")))
                    .collect(Collectors.joining(","))),
            Refusal.change("changes", "documents")),
        row(
            "names a document twice",
            body("\"message\":\"\"", change("/db", set("A")) + "," + change("/db", set("B"))),
            refused("changes[1].path", "document-twice")),
        row(
            "has too many operations",
            one("/db", sets(201)),
            Refusal.change("changes", "operations")),
        row(
            "sets and deletes a key",
            one("/db", set("HOST") + ",\"delete\":[\"HOST\"]"),
            Refusal.change("changes[0].set.HOST", "set-and-deleted")),
        row(
            "deletes a key twice",
            one("/db", "\"delete\":[\"HOST\",\"HOST\"]"),
            refused("changes[0].delete", "key-twice")),
        row(
            "deletes what is not there",
            one("/db", "\"delete\":[\"NONE\"]"),
            Refusal.change("changes[0].delete", "no-such-key")),
        row(
            "deletes a document and one of its keys",
            one("/db", "\"deleteDocument\":true,\"delete\":[\"HOST\"]"),
            refused("changes[0].deleteDocument", "alone")),
        row(
            "deletes a document that is not there",
            one("/none", "\"deleteDocument\":true"),
            Refusal.change("changes[0].deleteDocument", "no-such-document")),
        row(
            "deletes a document by a text",
            one("/db", "\"deleteDocument\":\"yes\""),
            malformed("changes[0].deleteDocument", "type")),
        row(
            "deletes a document of more than 200 keys",
            one("/large", "\"deleteDocument\":true"),
            Refusal.change("changes", "operations")),
        row(
            "renames onto a key that stays",
            one("/db", "\"rename\":{\"HOST\":\"PORT\"}"),
            Refusal.change("changes[0].rename.HOST", "target-exists")),
        row(
            "renames what is not there",
            one("/db", "\"rename\":{\"NONE\":\"A\"}"),
            Refusal.change("changes[0].rename.NONE", "no-such-key")),
        row(
            "renames a key to itself",
            one("/db", "\"rename\":{\"HOST\":\"HOST\"}"),
            Refusal.change("changes[0].rename.HOST", "same-name")),
        row(
            "renames to no name",
            one("/db", "\"rename\":{\"HOST\":\"a b\"}"),
            Refusal.change("changes[0].rename.HOST", "key-name")),
        row(
            "sets no name",
            one("/db", set("a b")),
            Refusal.change("changes[0].set.a b", "key-name")),
        row(
            "sets another key of plain text",
            one("/plain", set("A")),
            Refusal.change("changes[0].set.A", "plain-text")),
        row(
            "has a value over 64 KB of UTF-8",
            one("/db", "\"set\":{\"A\":\"" + VALUE + "é".repeat(32_800) + "\"}"),
            Refusal.change("changes[0].set.A", "value-size")),
        row(
            "makes a document over 64 KB",
            one(
                "/db",
                "\"set\":{\"A\":\""
                    + VALUE
                    + "x".repeat(40_000)
                    + "\",\"B\":\""
                    + "x".repeat(40_000)
                    + "\"}"),
            Refusal.change("changes[0]", "too-large")),
        row(
            "has more than 500 KB of values",
            one(
                "/db",
                IntStream.range(0, 9)
                    .mapToObj(n -> "\"K" + n + "\":\"" + VALUE + "x".repeat(60_000) + "\"")
                    .collect(Collectors.joining(",", "\"set\":{", "}"))),
            Refusal.change("changes", "value-bytes")),
        row(
            "has more than 100 KB of names",
            one("/db", "\"delete\":[\"" + "k".repeat(102_401) + "\"]"),
            Refusal.change("changes", "key-bytes")),
        row("names a path without a slash", one("db", set("A")), badPath()),
        row("names a path with an empty segment", one("/a//b", set("A")), badPath()),
        row("names a path that climbs", one("/a/../b", set("A")), badPath()),
        row("names a path that AWS refuses", one("/a b", set("A")), badPath()),
        row("names a path too deep", one("/a".repeat(11), set("A")), badPath()),
        row(
            "names a path too long with its prefix",
            one(("/" + "p".repeat(126)).repeat(4), set("A")),
            Refusal.change("changes[0].path", "path")),
        row(
            "names no environment of the project",
            one("/db", set("A")).replace("prod", "test"),
            new Refusal(
                422, "unknown-environment", "changes[0].environment", "unknown-environment")),
        row(
            "names an environment that cannot be",
            one("/db", set("A")).replace("prod", "Prod!"),
            refused("changes[0].environment", "slug")),
        row(
            "names no project",
            one("/db", set("A")).replace(SCENE.project(), "no-project"),
            new Refusal(422, "unknown-project", "project", "unknown-project")),
        row(
            "is about a nested document",
            one("/nested", set("A")),
            Refusal.change("changes[0].path", "nested-value")),
        row(
            "is about a document with a name twice",
            one("/twice", set("A")),
            Refusal.change("changes[0].path", "duplicate-name")),
        row(
            "is about a binary document",
            one("/binary", set("A")),
            Refusal.change("changes[0].path", "binary")));
  }

  @ParameterizedTest(name = "that {0}")
  @MethodSource("bodies")
  void a_submission_is_refused(String why, String body, Refusal refusal) {
    refusal.check(World.as(Person.DAN).post("v1/change-requests", body));
    assertThat(SCENE.requests()).isZero();
    assertThat(World.SECRETS.versions(SCENE.secret("/db"))).isEqualTo(1);
    assertThat(World.SECRETS.names("countersign-pending/" + SCENE.project())).isEmpty();
  }

  private static Arguments row(String why, String body, Refusal refusal) {
    return Arguments.of(why, body, refusal);
  }

  private static Refusal badJson() {
    return new Refusal(400, "malformed-json", "body", "json");
  }

  private static Refusal badPath() {
    return refused("changes[0].path", "path");
  }

  private static String one(String path, String operations) {
    return body("\"message\":\"\"", change(path, operations));
  }

  private static String titled(String title) {
    return one("/db", set("A")).replace("\"T\"", title);
  }

  private static String body(String field, String changes) {
    return "{\"project\":\"%s\",\"title\":\"T\",%s,\"changes\":[%s]}"
        .formatted(SCENE.project(), field, changes);
  }

  private static String change(String path, String operations) {
    return "{\"environment\":\"prod\",\"path\":\"%s\",%s}".formatted(path, operations);
  }

  private static String set(String key) {
    return "\"set\":{\"" + key + "\":\"" + VALUE + "\"}";
  }

  private static String sets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"K" + i + "\":\"" + VALUE + "\"")
        .collect(Collectors.joining(",", "\"set\":{", "}"));
  }
}
