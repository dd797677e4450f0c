package io.countersign.tests.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.tests.api.EventSchemas;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Late, when the others have made things happen. */
@Order(Integer.MAX_VALUE - 5)
class SeenTest {
  private final List<JsonNode> seen = World.BUS.all();

  @Test
  void every_event_on_the_bus_was_as_documented() {
    for (JsonNode event : seen) {
      String type = event.path("detail-type").asText();
      assertThat(event.path("source").asText()).isEqualTo("countersign");
      assertThat(EventSchemas.errors(type, event.path("detail").toString()))
          .as(event.toString())
          .isEmpty();
    }
  }

  @Test
  void every_type_was_seen() {
    Set<String> unseen = EventSchemas.titles();
    unseen.removeAll(
        new TreeSet<>(seen.stream().map(each -> each.path("detail-type").asText()).toList()));
    assertThat(unseen).isEmpty();
  }
}
