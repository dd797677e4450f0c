package io.countersign.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses a client what the role of a function does not let it write, by the partitions that {@code
 * template.yaml} lists: neither DynamoDB Local nor the emulator looks at them.
 *
 * @param partitions by action
 */
public record Grants(String function, Map<String, List<Pattern>> partitions)
    implements ExecutionInterceptor {
  private static final Pattern STATEMENT = Pattern.compile("\n {14}- ");
  private static final Pattern ACTION = Pattern.compile("dynamodb:(\\w+)");
  private static final Pattern KEYS = Pattern.compile("\"dynamodb:LeadingKeys\": \\[(.*?)]");
  private static final Pattern KEY = Pattern.compile("\"([^\"]+)\"");

  /** Those of the function of that name. */
  public static Grants of(String function) {
    String role =
        TableInTemplate.section(TableInTemplate.template(), "\n  " + function + "Role:\n", "\n\n");
    Map<String, List<Pattern>> partitions = new HashMap<>();
    for (String statement : STATEMENT.split(role, -1)) {
      if (statement.contains("Resource: !GetAtt Table.Arn")) {
        List<Pattern> listed = listed(statement);
        ACTION
            .matcher(statement.replaceAll(KEYS.pattern(), ""))
            .results()
            .forEach(
                action ->
                    partitions
                        .computeIfAbsent(action.group(1), _ -> new ArrayList<>())
                        .addAll(listed));
      }
    }
    return new Grants(function, partitions);
  }

  /** A statement that lists none is about all. */
  private static List<Pattern> listed(String statement) {
    List<Pattern> listed =
        KEYS.matcher(statement)
            .results()
            .flatMap(keys -> KEY.matcher(keys.group(1)).results())
            .map(key -> Pattern.compile(Pattern.quote(key.group(1)).replace("*", "\\E.*\\Q")))
            .toList();
    return listed.isEmpty() ? List.of(Pattern.compile(".*")) : listed;
  }

  /** Whether the role lets the function do that. */
  public boolean allow(Write write) {
    return partitions.getOrDefault(write.action(), List.of()).stream()
        .anyMatch(each -> each.matcher(write.partition()).matches());
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Write.of(context.request())
        .forEach(
            each ->
                assertThat(allow(each))
                    .as("%s may not %s %s", function, each.action(), each.partition())
                    .isTrue());
  }
}
