package io.countersign.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.api.OpenApi;
import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class RoutesTest {
  private final SortedMap<String, String> routes = routes();

  @Test
  void the_template_routes_exactly_the_documented_operations() {
    assertThat(routes.keySet()).isEqualTo(OpenApi.DOCUMENT.operations().keySet());
  }

  @Test
  void whatever_is_not_documented_as_open_needs_a_token() {
    Set<String> open = new TreeSet<>();
    OpenApi.DOCUMENT
        .operations()
        .forEach(
            (key, operation) -> {
              if (operation.open()) {
                open.add(key);
              }
            });
    routes.values().removeIf(authorization -> !authorization.equals("NONE"));
    assertThat(routes.keySet()).isEqualTo(open);
  }

  @Test
  void every_operation_has_a_name_of_its_own() {
    assertThat(OpenApi.DOCUMENT.operations().values())
        .extracting(each -> each.node().path("operationId").asString())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
  }

  /** Authorization by route. */
  private static SortedMap<String, String> routes() {
    JsonNode template = YAMLMapper.shared().readTree(Checkout.text(Path.of("template.yaml")));
    SortedMap<String, String> routes = new TreeMap<>();
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asString().equals("AWS::ApiGatewayV2::Route")) {
        JsonNode properties = resource.path("Properties");
        routes.put(
            properties.path("RouteKey").asString(),
            properties.path("AuthorizationType").asString());
      }
    }
    return routes;
  }
}
