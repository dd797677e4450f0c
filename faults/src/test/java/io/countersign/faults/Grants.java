package io.countersign.faults;

import io.countersign.faults.aws.Cloud;
import io.countersign.faults.aws.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the template's roles let functions write to the table: the emulator lets them write all. */
record Grants(JsonNode resources) {
  static Grants read() throws IOException {
    String template = Files.readString(Cloud.root().resolve("template.yaml"));
    return new Grants(YAMLMapper.shared().readTree(template).path("Resources"));
  }

  boolean allow(Write write) {
    for (JsonNode policy :
        resources.path(write.function() + "Role").path("Properties").path("Policies")) {
      for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
        if (allows(statement, write)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean allows(JsonNode statement, Write write) {
    List<String> keys =
        texts(
            statement
                .path("Condition")
                .path("ForAllValues:StringLike")
                .path("dynamodb:LeadingKeys"));
    return texts(statement.path("Action")).contains(write.action())
        && (keys.isEmpty() || keys.contains(write.partition() + "*"));
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
