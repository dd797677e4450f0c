package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several people at once. */
class ConcurrencyTest {
  @Test
  void of_merges_by_several_people_at_once_exactly_one_makes_a_version() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    List<Answer> answers =
        atOnce(
            List.of(
                () -> proposal.merge(Person.DAN),
                () -> proposal.merge(Person.AMY),
                () -> proposal.merge(Person.BOB)));
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 202, 409);
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
    proposal.until(page -> page.path("status").asText().equals("MERGED"));
    assertThat(World.SECRETS.versions(scene.secret("/db"))).isEqualTo(2);
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsOnlyOnce("Request Merge Started", "Request Merged", "Secrets Changed");
  }

  @Test
  void clicks_on_merge_that_come_together_are_all_answered_by_the_one_merge() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    Client dan = World.as(Person.DAN).with("Idempotency-Key", "one-click-" + proposal.id());
    Callable<Answer> click =
        () -> dan.post(proposal.path("/merge"), Map.of("digest", proposal.digest()));
    assertThat(atOnce(List.of(click, click, click)))
        .extracting(Answer::status)
        .isSubsetOf(200, 202);
    proposal.untilIt("MERGED");
    assertThat(World.SECRETS.versions(scene.secret("/db"))).isEqualTo(2);
  }

  @Test
  void votes_at_once_all_count() throws Exception {
    Proposal proposal = Scene.askingFor(2).proposes("/db", "KEY", Text.value());
    List<Answer> answers =
        atOnce(List.of(() -> proposal.approve(Person.AMY), () -> proposal.approve(Person.BOB)));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(proposal.seenBy(Person.DAN).body().path("agreed").asBoolean()).isTrue();
  }

  @Test
  void requests_for_different_keys_of_one_document_both_land() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"ONE\":\"old\",\"TWO\":\"old\"}");
    Proposal one = scene.proposes("/db", "ONE", Text.value());
    Proposal two = scene.proposes("/db", "TWO", Text.value());
    one.approve(Person.AMY);
    two.approve(Person.AMY);
    atOnce(List.of(() -> one.merge(Person.DAN), () -> two.merge(Person.AMY)));
    for (Proposal proposal : List.of(one, two)) {
      if (!proposal.status().equals("MERGED")) {
        assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
      }
    }
    assertThat(World.SECRETS.text(scene.secret("/db"))).doesNotContain("old");
  }

  @Test
  void of_a_revision_and_a_vote_at_once_the_vote_is_void_or_refused() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    List<Answer> answers =
        atOnce(
            List.of(() -> Amended.rebase(first).by(Person.DAN), () -> first.approve(Person.AMY)));
    assertThat(answers.getFirst().status()).isEqualTo(201);
    assertThat(answers.getLast().status()).isIn(200, 409);
    JsonNode page = first.seenBy(Person.DAN).body();
    assertThat(page.path("revision").asInt()).isEqualTo(2);
    assertThat(page.path("votes")).isEmpty();
    assertThat(page.path("agreed").asBoolean()).isFalse();
    assertThat(first.merge(Person.DAN).text("/code")).isEqualTo("stale-digest");
  }

  @Test
  void of_a_revision_and_a_merge_at_once_one_is_refused() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    first.approve(Person.AMY);
    List<Answer> answers =
        atOnce(List.of(() -> Amended.rebase(first).by(Person.DAN), () -> first.merge(Person.AMY)));
    Answer revised = answers.getFirst();
    Answer merged = answers.getLast();
    if (revised.status() == 201) {
      assertThat(merged.text("/code")).isEqualTo("stale-digest");
      assertThat(World.SECRETS.versions(scene.secret("/db"))).isEqualTo(1);
    } else {
      assertThat(revised.text("/code")).isIn("merging", "merged");
      first.until(page -> page.path("status").asText().equals("MERGED"));
      assertThat(World.SECRETS.versions(scene.secret("/db"))).isEqualTo(2);
    }
  }

  @Test
  void of_revisions_at_once_one_is_made() throws Exception {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    List<Answer> answers =
        atOnce(
            List.of(
                () -> Amended.rebase(first).by(Person.DAN),
                () -> Amended.rebase(first).by(Person.ADA),
                () -> Amended.rebase(first).by(Person.DAN)));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(409);
    JsonNode page = first.seenBy(Person.DAN).body();
    assertThat(page.path("revision").asInt()).isEqualTo(2);
    Proposal second = new Proposal(first.id(), page.path("digest").asText());
    second.approve(Person.AMY);
    assertThat(second.merge(Person.ADA).status()).isEqualTo(200);
  }

  @Test
  void of_claims_of_overlapping_prefixes_at_once_exactly_one_goes_through() throws Exception {
    Scene one = Scene.unprotected();
    Scene two = Scene.unprotected();
    String outer = "staging/" + one.project() + "/";
    List<Answer> answers =
        atOnce(
            List.of(
                () -> claim(one, outer),
                () -> claim(two, outer + "inner/"),
                () -> claim(two, outer + "inner/most/")));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    answers.stream()
        .filter(each -> each.status() != 201)
        .forEach(
            each -> {
              assertThat(each.status()).isEqualTo(422);
              assertThat(each.text("/errors/0/rule")).isEqualTo("overlap");
            });
  }

  private static Answer claim(Scene scene, String prefix) {
    String environment = "e-" + prefix.length();
    return World.as(Person.ADA)
        .put(scene.path("/environments/" + environment), Map.of("secretPrefix", prefix));
  }

  private static List<Answer> atOnce(List<Callable<Answer>> calls)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(calls.size());
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<Answer>> running = new ArrayList<>();
      for (Callable<Answer> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return call.call();
                }));
      }
      for (Future<Answer> each : running) {
        answers.add(each.get());
      }
    }
    return answers;
  }
}
