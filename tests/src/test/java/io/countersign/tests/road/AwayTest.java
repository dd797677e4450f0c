package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** AWS does not answer one call; the next one finds all as it was. */
class AwayTest {
  private final Scene scene = Scene.askingFor(1);

  @Test
  void a_submission_leaves_nothing_behind() {
    Map<String, Object> body = scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
    unavailable("submit", () -> World.as(Person.DAN).post("v1/change-requests", body));
    assertThat(scene.requests()).isZero();
    assertThat(World.SECRETS.names("countersign-pending/" + scene.project())).isEmpty();
    assertThat(World.as(Person.DAN).post("v1/change-requests", body).status()).isEqualTo(201);
  }

  @Test
  void a_vote_is_not_half_cast() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    unavailable("vote", () -> proposal.approve(Person.AMY));
    assertThat(proposal.seenBy(Person.DAN).body().path("votes")).isEmpty();
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
  }

  @Test
  void a_merge_can_be_made_again() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    unavailable("merge", () -> proposal.merge(Person.DAN));
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
    assertThat(proposal.status()).isEqualTo("OPEN");
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
  }

  @Test
  void reads_and_edits_say_so_too() {
    unavailable("query", () -> World.as(Person.DAN).get("v1/me"));
    unavailable("query", () -> World.anonymous().get("healthz"));
    unavailable(
        "admin", () -> World.as(Person.ADA).post(scene.path("/policies"), scene.policyBody(1)));
    assertThat(World.as(Person.ADA).get(scene.path("/policies")).body().path("items")).hasSize(1);
  }

  private static void unavailable(String function, Supplier<Answer> call) {
    World.stack().cutOffNextCall(function);
    Answer answer = call.get();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.text("/code")).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }
}
