package io.countersign.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.request.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
  @Test
  void whoWasNotReachedIsCalledByName() {
    Event failed =
        new Event.DeliveryFailed(
            1, "Submitted", List.of(new Event.Unreached(new PersonId("bob"), "SES: Permanent")));
    assertThat(TimelineText.of(failed, _ -> "Bob Stone"))
        .isEqualTo("Submitted did not reach Bob Stone (SES: Permanent)");
  }
}
