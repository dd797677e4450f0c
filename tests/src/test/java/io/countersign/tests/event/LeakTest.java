package io.countersign.tests.event;

import io.countersign.tests.stage.Leaks;
import org.junit.jupiter.api.Order;

/** Late, when many values were proposed, on every path. */
@Order(Integer.MAX_VALUE - 4)
class LeakTest extends Leaks {
  LeakTest() {
    super(5);
  }
}
