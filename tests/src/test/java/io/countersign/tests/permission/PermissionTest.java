package io.countersign.tests.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.api.OpenApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of who may call what, each cell of it called (design §1, roles; §8, 403 and 404). */
class PermissionTest {
  private static final Ground GROUND = new Ground();
  private static final Map<String, Calls.Call> CALLS = Calls.all();

  static Stream<String> operations() {
    return CALLS.keySet().stream();
  }

  @Test
  void every_operation_that_asks_who_calls_has_a_row() {
    Set<String> asking = new TreeSet<>();
    OpenApi.DOCUMENT
        .operations()
        .forEach(
            (key, operation) -> {
              if (!operation.open()) {
                asking.add(key);
              }
            });
    assertThat(CALLS.keySet()).isEqualTo(asking);
  }

  private static int status(Calls.Call call, Caller caller) {
    int status = call.by(GROUND.client(caller), GROUND).status();
    if (status < 300) {
      GROUND.touched();
    }
    return status;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everybody_is_answered_as_the_table_says(String operation) {
    Calls.Call call = Objects.requireNonNull(CALLS.get(operation));
    List<String> answers =
        Arrays.stream(Caller.values())
            .map(caller -> status(call, caller))
            .map(status -> status < 300 ? "yes" : Integer.toString(status))
            .toList();
    assertThat(Table.documented().get(operation))
        .as("%s", Table.row(operation, answers))
        .isEqualTo(answers);
  }
}
