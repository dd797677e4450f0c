package io.countersign.tests.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.LocalStack;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Late, when many values were proposed. */
@Order(Integer.MAX_VALUE - 4)
class LeakTest {
  @Test
  void no_value_is_in_any_log_of_a_function() throws IOException {
    try (Stream<Path> files = Files.list(World.stack().logs())) {
      List<Path> logs =
          files.filter(file -> file.getFileName().toString().startsWith("countersign-")).toList();
      assertThat(logs).hasSizeGreaterThan(5);
      for (Path log : logs) {
        assertThat(Files.readString(log)).as(log.toString()).doesNotContain(Text.MARK);
      }
    }
  }

  @Test
  void no_value_is_in_the_table() {
    try (DynamoDbClient table = World.stack().client(DynamoDbClient.builder())) {
      assertThat(
              table.scanPaginator(scan -> scan.tableName(LocalStack.STACK)).items().stream()
                  .map(Object::toString))
          .hasSizeGreaterThan(50)
          .noneMatch(item -> item.contains(Text.MARK));
    }
  }

  @Test
  void no_value_is_on_the_bus_or_in_a_mail() {
    assertThat(World.BUS.all()).noneMatch(event -> event.toString().contains(Text.MARK));
    assertThat(World.stack().mails().sent()).noneMatch(mail -> mail.toString().contains(Text.MARK));
  }
}
