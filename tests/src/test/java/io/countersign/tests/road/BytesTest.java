package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a merge leaves in Secrets Manager, to the byte (design §1, document and change set). */
class BytesTest {
  private static final Scene SCENE = Scene.askingFor(1);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static Map<String, ?> set(String key, String text) {
    return Map.of("set", Map.of(key, text));
  }

  private static Map<String, ?> delete(String... keys) {
    return Map.of("delete", List.of(keys));
  }

  private static Map<String, ?> rename(String... names) {
    return Map.of(
        "rename",
        names.length == 2
            ? Map.of(names[0], names[1])
            : Map.of(names[0], names[1], names[2], names[3]));
  }

  static Stream<Arguments> merges() {
    return Stream.of(
        arguments(
            "numbers keep how they are written",
            "{\"a\":1e3,\"b\":-0,\"c\":1.0,\"d\":123456789012345678901234567890,\"K\":\"old\"}",
            set("K", "new"),
            "{\"a\":1e3,\"b\":-0,\"c\":1.0,\"d\":123456789012345678901234567890,\"K\":\"new\"}"),
        arguments(
            "whitespace and order stay",
            " {\n \"b\" : true ,\t\"K\"\r\n:  \"old\",\"a\":null}\n ",
            set("K", "new"),
            " {\n \"b\" : true ,\t\"K\"\r\n:  \"new\",\"a\":null}\n "),
        arguments(
            "odd keys stay",
            "{\"\":\"\",\" a b\":1,\"ключ\":2,\"a/b\\\"c\":3,\"\\u0007\":4,\"K\":\"old\"}",
            set("K", "new"),
            "{\"\":\"\",\" a b\":1,\"ключ\":2,\"a/b\\\"c\":3,\"\\u0007\":4,\"K\":\"new\"}"),
        arguments(
            "escapes and Unicode stay as they are spelt",
            "{\"\\u0061\":\"\\u00e9\\/é\",\"b\":\"\\ud834\\udd1e𝄞\",\"c\":\"e\u0301\u2028\",\"K\":0}",
            set("K", "1"),
            "{\"\\u0061\":\"\\u00e9\\/é\",\"b\":\"\\ud834\\udd1e𝄞\",\"c\":\"e\u0301\u2028\",\"K\":1}"),
        arguments(
            "a value is escaped where it must be and nowhere else",
            "{\"K\":\"old\"}",
            set("K", "\"\\/\b\f\n\r\t\u0001\u007fé☃𝄞\u2028</script>"),
            "{\"K\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007fé☃𝄞\u2028</script>\"}"),
        arguments("the empty text is a value", "{\"K\":\"old\"}", set("K", ""), "{\"K\":\"\"}"),
        arguments(
            "new keys follow the last one, sorted",
            "{ \"z\" : 1 }",
            Map.of("set", Map.of("b", "2", "a", "1")),
            "{ \"z\" : 1,\"a\":\"1\",\"b\":\"2\" }"),
        arguments("an empty document is filled", "{ }", set("K", "new"), "{\"K\":\"new\" }"),
        arguments("a new document is made", null, set("K", "new"), "{\"K\":\"new\"}"),
        arguments(
            "the first key goes", "{\"a\":1, \"b\":2, \"c\":3}", delete("a"), "{\"b\":2, \"c\":3}"),
        arguments(
            "a key between goes", "{\"a\":1, \"b\":2, \"c\":3}", delete("b"), "{\"a\":1, \"c\":3}"),
        arguments(
            "the last key goes", "{\"a\":1, \"b\":2, \"c\":3}", delete("c"), "{\"a\":1, \"b\":2}"),
        arguments("all keys go", "{\"a\":1, \"b\":2}", delete("a", "b"), "{}"),
        arguments(
            "a renamed key keeps value and place",
            "{\"a\":\"\\u0031\" , \"b\":2}",
            rename("a", "z"),
            "{\"z\":\"\\u0031\" , \"b\":2}"),
        arguments(
            "a swap",
            "{\"a\":1e0,\"b\":\"x\"}",
            rename("a", "b", "b", "a"),
            "{\"b\":1e0,\"a\":\"x\"}"),
        arguments("a chain", "{\"a\":1,\"b\":2}", rename("a", "b", "b", "c"), "{\"b\":1,\"c\":2}"),
        arguments(
            "a rename onto a key that goes",
            "{\"a\":1,\"b\":2}",
            Map.of("rename", Map.of("a", "b"), "delete", List.of("b")),
            "{\"b\":1}"),
        arguments(
            "a rename, and the old name anew",
            "{\"a\":1}",
            Map.of("rename", Map.of("a", "b"), "set", Map.of("a", "x")),
            "{\"b\":1,\"a\":\"x\"}"),
        arguments(
            "an odd key is changed", "{\" a b\":\"x\"}", set(" a b", "y"), "{\" a b\":\"y\"}"),
        arguments("an odd key goes", "{\"\":\"x\",\"b\":1}", delete(""), "{\"b\":1}"),
        arguments(
            "an odd key gets a name", "{\"ключ\":\"x\"}", rename("ключ", "KEY"), "{\"KEY\":\"x\"}"),
        arguments(
            "names differ by case", "{\"k\":\"x\"}", set("K", "y"), "{\"k\":\"x\",\"K\":\"y\"}"),
        arguments("plain text is replaced", "old\n", set("value", " néw "), " néw "),
        arguments("a number alone is plain text", "17", set("value", "18"), "18"),
        arguments("a list is plain text", "[1]", set("value", "[2]"), "[2]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("merges")
  void of_a_merge(String what, String before, Map<String, ?> operations, String after) {
    String document = "/d" + COUNT.incrementAndGet();
    if (before != null) {
      SCENE.holds(document, before);
    }
    Proposal proposal = SCENE.proposes(document, operations);
    proposal.approve(Person.AMY);
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(World.SECRETS.text(SCENE.secret(document))).as(what).isEqualTo(after);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments("{\"K\":1}", "-1.5e+3", "number", "-1.5e+3"),
        arguments("{\"K\":1}", "true", "string", "\"true\""),
        arguments("{\"K\":1}", "01", "string", "\"01\""),
        arguments("{\"K\":1}", "", "string", "\"\""),
        arguments("{\"K\":true}", "false", "boolean", "false"),
        arguments("{\"K\":true}", "False", "string", "\"False\""),
        arguments("{\"K\":null}", "null", "null", "null"),
        arguments("{\"K\":null}", "0", "string", "\"0\""),
        arguments("{\"K\":\"1\"}", "2", "string", "\"2\""),
        arguments("{}", "2", "string", "\"2\""));
  }

  @ParameterizedTest(name = "{0} becomes a {2} by \"{1}\"")
  @MethodSource("kinds")
  void of_a_value_and_the_diff_shows_its_kind(
      String before, String text, String kind, String token) {
    String document = "/k" + COUNT.incrementAndGet();
    SCENE.holds(document, before);
    Proposal proposal = SCENE.proposes(document, set("K", text));
    JsonNode operation = proposal.seenBy(Person.AMY).body().at("/changes/0/operations/0");
    assertThat(operation.path("kind").asText()).isEqualTo(kind);
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(SCENE.secret(document))).isEqualTo("{\"K\":" + token + "}");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void of_hostile_text_that_nobody_touches(String member) {
    String document = "/h" + COUNT.incrementAndGet();
    String before = "{" + member + ",\"K\":\"old\"}";
    SCENE.holds(document, before);
    String value = Text.value();
    Proposal proposal = SCENE.proposes(document, set("K", value));
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(SCENE.secret(document)))
        .isEqualTo("{" + member + ",\"K\":\"" + value + "\"}");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "\"__proto__\":\"1\"",
        "\"constructor\":1E-400",
        "\"a\":\"{\\\"b\\\":[1,{}]}\"",
        "\"a\":\"${jndi:ldap://x}\"",
        "\"a\":\"\u202e\ufeff\u200b\"",
        "\"a\":0.1000000000000000055511151231257827021181583404541015625",
        "\"a\":\"" + "x".repeat(60_000) + "\"");
  }
}
