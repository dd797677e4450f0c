package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a policy says besides who must approve. */
class TermsTest {
  private static Scene with(Map<String, Object> terms) {
    Scene scene = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(1));
    policy.putAll(terms);
    scene.policy(policy);
    return scene;
  }

  @Test
  void what_is_agreed_merges_by_itself_where_the_policy_says_so() {
    Scene scene = with(Map.of("autoMerge", true));
    scene.holds("/db", "{\"KEPT\":1.0,\"KEY\":\"old\"}");
    String value = Text.value();
    Proposal proposal = scene.proposes("/db", "KEY", value);
    assertThat(proposal.status()).isEqualTo("OPEN");
    proposal.approve(Person.AMY);
    proposal.until(page -> page.path("status").asText().equals("MERGED"));
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEPT\":1.0,\"KEY\":\"" + value + "\"}");
  }

  @Test
  void what_may_not_be_merged_does_not_merge_by_itself_either() {
    Scene scene = with(Map.of("autoMerge", true));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    World.as(Person.ADA)
        .edit(scene.path("/bindings/dan"), Map.of("role", "viewer", "person", "dan"));
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.AMY).text("/reasons/0/code")).isEqualTo("author-not-entitled");
    assertThat(proposal.status()).isEqualTo("OPEN");
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
  }

  @Test
  void a_vote_is_taken_back_and_stays_in_the_history() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    assertThat(proposal.seenBy(Person.AMY).body().path("may").toString()).contains("retract");
    Answer taken = World.as(Person.AMY).post(proposal.path("/votes"), proposal.ballot("RETRACT"));
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().path("agreed").asBoolean()).isFalse();
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.path("votes")).isEmpty();
    assertThat(proposal.seenBy(Person.AMY).body().path("may").toString()).doesNotContain("retract");
    assertThat(page.path("timeline").findValuesAsText("text"))
        .anySatisfy(text -> assertThat(text).startsWith("took the vote back"));
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    Answer twice = World.as(Person.AMY).post(proposal.path("/votes"), proposal.ballot("RETRACT"));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("/code")).isEqualTo("no-vote");
  }

  @Test
  void the_time_to_merge_begins_with_the_agreement() {
    Proposal proposal = with(Map.of("mergeWithin", "PT2H")).proposes("/db", "KEY", Text.value());
    Instant before = expiry(proposal);
    proposal.approve(Person.AMY);
    assertThat(expiry(proposal)).isBefore(before.minus(Duration.ofDays(13)));
  }

  private static Instant expiry(Proposal proposal) {
    return Instant.parse(proposal.seenBy(Person.DAN).text("/expiresAt"));
  }
}
