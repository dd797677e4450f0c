package io.countersign.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explore.guard.Guards;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each guard of the engine is there for something: without it a promise is broken. */
@Tag("exploration")
class GuardsTest {
  @Test
  void withoutAGuardItsPromiseIsBroken() {
    System.out.println(Hunt.header());
    List<Callable<Hunt>> work =
        Guards.all().stream().<Callable<Hunt>>map(guard -> () -> Hunt.of(guard)).toList();
    for (Hunt hunt : Explorer.all(work)) {
      assertThat(hunt.broken()).as(hunt.guard().name()).contains(hunt.guard().keeps());
      assertThat(hunt.behind())
          .as("what stands before " + hunt.guard().name() + " breaks it too")
          .isNotNegative();
    }
  }
}
