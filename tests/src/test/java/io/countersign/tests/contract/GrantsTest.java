package io.countersign.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What functions may write to the table, and to each other. */
class GrantsTest {
  private static final JsonNode RESOURCES =
      YAMLMapper.shared().readTree(Checkout.text(Path.of("template.yaml"))).path("Resources");

  private static final Path TABLE = Path.of("shared/aws/src/main/java/io/countersign/aws/table");
  private static final Pattern NEW_ADAPTER = Pattern.compile("new (Dynamo\\w+)\\(");

  /** What an adapter begins an item with that it writes: a key by its name in {@code Keys}. */
  private static final Pattern NEW_ITEM = Pattern.compile("Item\\.of\\(\\s*Keys\\.(\\w+)\\(");

  /** What follows a key's name in {@code Keys}, up to where its partitions begin to differ. */
  private static final String PREFIX = "\\([^)]*\\) \\{\\s*return \"([A-Z]+#)\"";

  @ParameterizedTest
  @ValueSource(strings = {"Submit", "Bypass"})
  void whoever_decides_on_requests_writes_no_rule_and_deletes_no_history(String function) {
    assertThat(keys(function, "dynamodb:PutItem"))
        .contains("CR#*", "DOC#*", "IDEM#*")
        .isSubsetOf("ASK#*", "CR#*", "DOC#*", "GRANTS#*", "IDEM#*");
    assertThat(keys(function, "dynamodb:DeleteItem")).containsExactly("ASK#*", "DOC#*");
    assertThat(keys(function, "dynamodb:UpdateItem")).isSubsetOf("PROJECT#*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Submit", "Vote", "Bypass", "Tick"})
  void whoever_writes_no_rule_changes_nothing_of_a_project_but_its_counters(String function) {
    statements(
        (role, statement) -> {
          if (role.equals(function + "Role")
              && texts(statement.path("Action")).contains("dynamodb:UpdateItem")
              && statement.toString().contains("PROJECT#*")) {
            assertThat(
                    texts(
                        statement
                            .path("Condition")
                            .path("ForAllValues:StringEquals")
                            .path("dynamodb:Attributes")))
                .containsExactlyInAnyOrder("pk", "sk", "n");
          }
        });
  }

  @Test
  void merge_writes_the_rules_that_others_have_agreed_to_and_no_journal() {
    assertThat(keys("Merge", "dynamodb:PutItem"))
        .containsExactly(
            "CR#*",
            "DIRECTORY",
            "DOC#*",
            "GRANTS#*",
            "IDEM#*",
            "POLICY#*",
            "PREFIXES",
            "PROJECT#*",
            "SUBJECT#*");
    assertThat(keys("Merge", "dynamodb:DeleteItem"))
        .containsExactly("ASK#*", "DOC#*", "JOINS", "PROJECT#*", "SUBJECT#*");
    assertThat(keys("Merge", "dynamodb:UpdateItem")).containsExactly("DIRECTORY", "PROJECT#*");
  }

  @Test
  void vote_writes_ballots_besides() {
    assertThat(keys("Vote", "dynamodb:PutItem"))
        .containsExactly("CR#*", "DOC#*", "GRANTS#*", "IDEM#*", "LINK#*");
    assertThat(keys("Vote", "dynamodb:DeleteItem")).containsExactly("ASK#*", "DOC#*", "GRANTS#*");
    assertThat(keys("Vote", "dynamodb:UpdateItem")).containsExactly("LINK#*", "PROJECT#*");
  }

  @Test
  void notify_writes_to_requests_channels_and_links_only() {
    assertThat(keys("Notify", "dynamodb:PutItem")).containsExactly("CHANNELS#*", "CR#*", "LINK#*");
    assertThat(keys("Notify", "dynamodb:DeleteItem")).isEmpty();
    assertThat(keys("Notify", "dynamodb:UpdateItem")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Submit", "Vote", "Bypass", "Merge", "Notify"})
  void whoever_is_limited_may_write_wherever_its_adapters_do(String function) {
    Set<String> written = new TreeSet<>();
    for (String adapter : all(NEW_ADAPTER, wiring(function))) {
      for (String key : all(NEW_ITEM, source(adapter))) {
        written.add(all(Pattern.compile(key + PREFIX), source("Keys")).getFirst() + "*");
      }
    }
    assertThat(written).contains("CR#*");
    assertThat(keys(function, "dynamodb:PutItem")).containsAll(written);
  }

  private static String wiring(String function) {
    String name = function.toLowerCase(Locale.ROOT);
    Path module = Path.of("functions", name, "src", "main", "java");
    return Checkout.files(module, "/Wiring.java").stream()
        .map(Checkout::text)
        .collect(Collectors.joining());
  }

  private static String source(String adapter) {
    return Checkout.text(TABLE.resolve(adapter + ".java"));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void admin_writes_rules_and_people_and_asks_for_them() {
    assertThat(keys("Admin", "dynamodb:PutItem"))
        .containsExactly(
            "ASK#*",
            "CHANNELS#*",
            "CR#*",
            "DESTINATION#*",
            "DIRECTORY",
            "IDEM#*",
            "JOINS",
            "JOURNAL#*",
            "POLICY#*",
            "PREFIXES",
            "PROJECT#*",
            "SUBJECT#*");
    assertThat(keys("Admin", "dynamodb:UpdateItem")).containsExactly("DIRECTORY", "PROJECT#*");
    assertThat(keys("Admin", "dynamodb:DeleteItem"))
        .containsExactly("ASK#*", "JOINS", "PROJECT#*", "SUBJECT#*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Relay", "Tick"})
  void what_runs_by_itself_writes_no_rule_and_deletes_no_history(String function) {
    assertThat(keys(function, "dynamodb:PutItem")).isSubsetOf("CR#*", "WAIT#*");
    assertThat(keys(function, "dynamodb:UpdateItem"))
        .isSubsetOf("CR#*", "DESTINATION#*", "PROJECT#*");
    assertThat(keys(function, "dynamodb:DeleteItem"))
        .isSubsetOf("ASK#*", "DOC#*", "GRANTS#*", "WAIT#*");
  }

  @Test
  void sync_writes_to_requests_and_destinations_only() {
    assertThat(keys("Sync", "dynamodb:PutItem")).containsExactly("CR#*", "DESTINATION#*");
    assertThat(keys("Sync", "dynamodb:UpdateItem")).containsExactly("DESTINATION#*");
    assertThat(keys("Sync", "dynamodb:DeleteItem")).containsExactly("DESTINATION#*");
  }

  @Test
  void only_admin_and_tick_give_notify_something_to_do() {
    Set<String> senders = new TreeSet<>();
    statements(
        (role, statement) -> {
          if (texts(statement.path("Action")).contains("sqs:SendMessage")
              && statement.path("Resource").toString().contains("NotifyQueue")) {
            senders.add(role);
          }
        });
    assertThat(senders).containsExactly("AdminRole", "TickRole");
  }

  @Test
  void credentials_of_channels_are_written_by_admin_and_read_by_notify_only() {
    Map<String, List<String>> granted = new TreeMap<>();
    statements(
        (role, statement) -> {
          if (statement.path("Resource").toString().contains("-channels/")) {
            granted.put(role, texts(statement.path("Action")));
          }
        });
    assertThat(granted)
        .containsOnly(
            Map.entry(
                "AdminRole",
                List.of(
                    "secretsmanager:CreateSecret",
                    "secretsmanager:PutSecretValue",
                    "secretsmanager:TagResource")),
            Map.entry("NotifyRole", List.of("secretsmanager:GetSecretValue")));
  }

  @Test
  void every_rule_may_put_aside_what_it_cannot_hand_over() {
    String allowed =
        RESOURCES
            .path("RuleDeadLettersPolicy")
            .path("Properties")
            .path("PolicyDocument")
            .path("Statement")
            .toString();
    assertThat(allowed).contains("rule/${Bus}/*");
    RESOURCES
        .properties()
        .forEach(
            resource -> {
              JsonNode rule = resource.getValue();
              if (rule.path("Type").asString().equals("AWS::Events::Rule")
                  && rule.toString().contains("RuleDeadLetters.Arn")
                  && !rule.path("Properties").path("EventBusName").asString("").equals("Bus")) {
                assertThat(allowed).contains("\"" + resource.getKey() + ".Arn\"");
              }
            });
  }

  /** Every statement of every role, by the role's name. */
  private static void statements(BiConsumer<String, JsonNode> use) {
    RESOURCES
        .properties()
        .forEach(
            resource -> {
              for (JsonNode policy : resource.getValue().path("Properties").path("Policies")) {
                for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
                  use.accept(resource.getKey(), statement);
                }
              }
            });
  }

  /** The partitions in which the function's role allows that; none is not any. */
  private static Set<String> keys(String function, String action) {
    Set<String> keys = new TreeSet<>();
    statements(
        (role, statement) -> {
          if (role.equals(function + "Role") && texts(statement.path("Action")).contains(action)) {
            List<String> leading =
                texts(
                    statement
                        .path("Condition")
                        .path("ForAllValues:StringLike")
                        .path("dynamodb:LeadingKeys"));
            assertThat(leading).as("%s of %s everywhere", action, function).isNotEmpty();
            keys.addAll(leading);
          }
        });
    return keys;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
