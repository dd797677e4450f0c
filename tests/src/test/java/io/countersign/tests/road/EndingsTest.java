package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How requests end without a merge, and what can be said then. */
class EndingsTest {
  private final Scene scene = Scene.askingFor(1);
  private final Proposal proposal = scene.proposes("/db", "KEY", Text.value());

  @Test
  void one_rejection_declines_the_request_and_nobody_votes_or_merges_any_more() {
    assertThat(proposal.reject(Person.AMY).text("/status")).isEqualTo("REJECTED");
    for (Answer late : new Answer[] {proposal.approve(Person.BOB), proposal.merge(Person.DAN)}) {
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.text("/code")).isEqualTo("rejected");
      assertThat(late.text("/present/status")).isEqualTo("REJECTED");
    }
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Rejected"))
        .containsExactly("Request Submitted", "Request Voted", "Request Rejected");
  }

  @Test
  void the_author_takes_the_request_back() {
    Answer withdrawn =
        World.as(Person.DAN).post(proposal.path("/withdraw"), Map.of("reason", "a typo"));
    assertThat(withdrawn.text("/status")).isEqualTo("WITHDRAWN");
    assertThat(proposal.approve(Person.AMY).text("/code")).isEqualTo("withdrawn");
    assertThat(proposal.seenBy(Person.AMY).text("/timeline/1/text")).isEqualTo("a typo");
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Withdrawn"))
        .containsExactly("Request Submitted", "Request Withdrawn");
  }

  @Test
  void an_approver_cannot_take_it_back() {
    Answer refused = World.as(Person.AMY).post(proposal.path("/withdraw"), Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/code")).isEqualTo("may-not-withdraw");
    assertThat(proposal.status()).isEqualTo("OPEN");
  }

  @Test
  void comments_stand_in_the_timeline_also_after_the_end() {
    proposal.reject(Person.AMY);
    Answer comment =
        World.as(Person.DAN).post(proposal.path("/comments"), Map.of("text", "Why <b>not</b>?"));
    assertThat(comment.status()).isEqualTo(201);
    int sequence = comment.body().path("sequence").asInt();
    Answer page = proposal.seenBy(Person.AMY);
    assertThat(page.text("/timeline/" + (sequence - 1) + "/text")).isEqualTo("Why <b>not</b>?");
    assertThat(page.text("/timeline/" + (sequence - 1) + "/by/id")).isEqualTo("dan");
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Commented"))
        .endsWith("Request Commented");
  }

  @Test
  void somebody_without_a_part_in_it_does_not_learn_that_it_exists() {
    Scene other = Scene.unprotected();
    String binding = other.path("/bindings/dan");
    assertThat(World.as(Person.AMY).get(binding).status()).isEqualTo(404);
    Proposal foreign = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    Guest guest = Guest.arrives();
    assertThat(guest.calls().get(foreign.path("")).status()).isEqualTo(404);
    assertThat(guest.calls().post(foreign.path("/comments"), Map.of("text", "hm")).status())
        .isEqualTo(404);
    assertThat(guest.calls().post(foreign.path("/votes"), foreign.ballot("APPROVE")).status())
        .isEqualTo(404);
    assertThat(
            guest.calls().post(foreign.path("/merge"), Map.of("digest", foreign.digest())).status())
        .isEqualTo(404);
    assertThat(guest.calls().post(foreign.path("/withdraw"), Map.of()).status()).isEqualTo(404);
    assertThat(guest.calls().get("v1/change-requests").body().path("items")).isEmpty();
  }
}
