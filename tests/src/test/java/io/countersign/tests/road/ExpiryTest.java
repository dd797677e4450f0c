package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Inbox;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.VotingMail;
import io.countersign.tests.stage.World;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Late, when time has done its part. */
@Order(Integer.MAX_VALUE - 10)
class ExpiryTest {
  @Test
  void a_request_whose_time_is_over_expires_by_itself_and_its_values_are_swept() {
    Proposal proposal = Expiring.PROPOSAL;
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> proposal.status().equals("EXPIRED"));
    Inbox.of(Person.AMY, Expiring.SCENE).until();
    assertThat(proposal.approve(Person.AMY).text("/code")).isEqualTo("expired");
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("expired");
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    Client nobody = World.anonymous();
    assertThat(nobody.post("v1/links/inspect", mail.inspection()).status()).isEqualTo(404);
    assertThat(nobody.post("v1/links/vote", mail.ballot("APPROVE", proposal)).status())
        .isEqualTo(404);
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Expired"))
        .containsExactly("Request Submitted", "Request Expired");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> World.SECRETS.names("countersign-pending/" + proposal.id() + "/").isEmpty());
  }
}
