package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Early, so that nobody has to wait for {@link ReminderTest}. */
@Order(2)
class ReminderBeginsTest {
  @Test
  void how_approvers_are_reminded_stands_on_the_request() {
    JsonNode page = Reminded.PROPOSAL.seenBy(Person.DAN).body();
    assertThat(page.at("/policies/0/reminders").toString())
        .isEqualTo("{\"after\":\"PT1M\",\"every\":\"PT24H\",\"atMost\":1}");
    assertThat(Reminded.PROPOSAL.approve(Person.AMY).status()).isEqualTo(200);
  }
}
