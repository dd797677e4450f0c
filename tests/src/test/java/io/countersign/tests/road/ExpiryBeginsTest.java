package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first of all, so that nobody has to wait for {@link ExpiryTest}. */
@Order(1)
class ExpiryBeginsTest {
  @Test
  void the_shortest_time_that_a_policy_gives_stands_on_the_request() {
    JsonNode page = Expiring.PROPOSAL.seenBy(Person.DAN).body();
    Instant made = Instant.parse(page.path("createdAt").asText());
    assertThat(Instant.parse(page.path("expiresAt").asText()))
        .isEqualTo(made.plus(Duration.ofMinutes(1)));
  }
}
