package io.countersign.tests.browser;

import io.countersign.tests.stage.Leaks;
import org.junit.jupiter.api.Order;

/** Late, when people have proposed and looked at many values. */
@Order(Integer.MAX_VALUE - 4)
class LeakTest extends Leaks {
  LeakTest() {
    super(1);
  }
}
