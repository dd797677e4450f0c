package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Late, when time has done its part. */
@Order(Integer.MAX_VALUE - 9)
class ReminderTest {
  @Test
  void who_has_not_voted_is_reminded_after_the_policys_time() {
    Proposal proposal = Reminded.PROPOSAL;
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> reminded(proposal).equals(List.of("bob")));
    assertThat(World.stack().mails().to(Person.BOB.email()))
        .anyMatch(
            mail ->
                mail.text().contains("/requests/" + proposal.id() + "\n")
                    && mail.text().contains("has waited for your review since"));
  }

  private static List<String> reminded(Proposal proposal) {
    JsonNode deliveries = proposal.seenBy(Person.DAN).body().path("deliveries");
    return StreamSupport.stream(deliveries.spliterator(), false)
        .filter(each -> each.path("event").asText().equals("Reminder 1"))
        .filter(each -> each.path("status").asText().equals("SENT"))
        .map(each -> each.at("/person/id").asText())
        .toList();
  }
}
