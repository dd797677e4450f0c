package io.countersign.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.api.Contract;
import io.countersign.tests.api.OpenApi;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all others, and looks at what they called. */
@Order(Integer.MAX_VALUE)
class CoverageTest {
  @Test
  void every_operation_was_called_and_its_answer_was_as_documented() {
    Set<String> uncovered = new TreeSet<>(OpenApi.DOCUMENT.operations().keySet());
    uncovered.removeAll(Contract.covered());
    assertThat(uncovered).as("operations without a successful call").isEmpty();
  }
}
