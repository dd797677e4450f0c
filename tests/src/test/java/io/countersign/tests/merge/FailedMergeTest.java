package io.countersign.tests.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.FailedMerge;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.Times;
import io.countersign.tests.stage.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be done about a merge that can neither be finished nor be put back (rule 9). */
class FailedMergeTest {
  private static final String OLD = FailedMerge.OLD;

  private final FailedMerge merge = FailedMerge.happens();
  private final Scene scene = merge.scene();
  private final Proposal proposal = merge.proposal();
  private final String fresh = "{\"KEY\":\"" + merge.value() + "\"}";

  private String text(String document) {
    return World.SECRETS.text(scene.secret(document));
  }

  private void denied(String way, int status, String code) {
    Answer answer = proposal.takeUp(Person.DAN, way);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/code")).isEqualTo(code);
  }

  @Test
  void its_page_says_document_by_document_what_is_live_and_what_can_be_done() {
    JsonNode page = proposal.seenBy(Person.AMY).body();
    assertThat(page.path("status").asText()).isEqualTo("FAILED");
    assertThat(page.at("/remains/0/path").asText()).isEqualTo("/a");
    assertThat(page.at("/remains/0/state").asText()).isEqualTo("HELD");
    assertThat(page.at("/remains/0/versionId").asText())
        .isEqualTo(World.SECRETS.version(scene.secret("/a")));
    assertThat(page.at("/remains/0/message").asText()).contains("AccessDenied");
    assertThat(page.at("/remains/1/path").asText()).isEqualTo("/b");
    assertThat(page.at("/remains/1/state").asText()).isEqualTo("NOT_HELD");
    assertThat(page.path("may").toString()).contains("finish", "undo").doesNotContain("merge");
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Failed"))
        .endsWith("Request Merge Started", "Request Failed");
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("failed");
    denied("undo", 409, "merge-failed");
    assertThat(proposal.status()).isEqualTo("FAILED");
  }

  @Test
  void undone_nothing_of_it_is_live_and_what_others_wrote_stays() {
    World.SECRETS.allow(scene.secret("/a"));
    Answer undone = proposal.takeUp(Person.AMY, "undo");
    assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
    assertThat(undone.text("/status")).isEqualTo("OPEN");
    assertThat(text("/a")).isEqualTo(OLD);
    assertThat(text("/b")).isEqualTo("{\"KEY\":\"theirs too\"}");
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.path("remains")).isEmpty();
    assertThat(page.at("/statusReason/code").asText()).isEqualTo("document-overwritten");
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Conflicted"))
        .endsWith("Request Failed", "Request Merge Started", "Request Conflicted");
    denied("undo", 409, "not-failed");
  }

  @Test
  void finished_every_document_holds_it() {
    World.SECRETS.allow(scene.secret("/a"));
    World.SECRETS.write(scene.secret("/b"), OLD);
    Answer finished = proposal.takeUp(Person.AMY, "finish");
    assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
    assertThat(finished.text("/status")).isEqualTo("MERGED");
    assertThat(text("/a")).isEqualTo(fresh);
    assertThat(text("/b")).isEqualTo(fresh);
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsOnlyOnce("Request Failed", "Request Merged");
  }

  @Test
  void finished_every_document_holds_it_also_when_whoever_finishes_is_killed() {
    World.SECRETS.allow(scene.secret("/a"));
    World.SECRETS.write(scene.secret("/b"), OLD);
    String held = World.SECRETS.version(scene.secret("/a"));
    FailedMerge.killed(1, "PutSecretValue", proposal, "finish");
    JsonNode merging = proposal.seenBy(Person.AMY).body().path("merging");
    assertThat(merging.path("phase").asText()).isEqualTo("PREPARING");
    assertThat(Instant.parse(merging.path("heldUntil").asText())).isAfter(Instant.now());
    Times.lapse(proposal);
    Times.minute();
    await("whoever the queue wakes").until(() -> proposal.status().equals("MERGED"));
    assertThat(text("/a")).isEqualTo(fresh);
    assertThat(text("/b")).isEqualTo(fresh);
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.at("/documents/0/versionId").asText()).isEqualTo(held);
    assertThat(page.path("timeline").toString()).contains("to finish what had failed");
    denied("finish", 409, "not-failed");
  }

  @Test
  void what_others_changed_since_is_a_conflict_and_so_finishing_puts_back_too() {
    World.SECRETS.allow(scene.secret("/a"));
    denied("finish", 409, "keys-changed");
    assertThat(proposal.status()).isEqualTo("OPEN");
    assertThat(text("/a")).isEqualTo(OLD);
  }

  @Test
  void finishing_needs_the_agreement_of_now_and_undoing_does_not() {
    World.SECRETS.allow(scene.secret("/a"));
    Answer edited = World.as(Person.ADA).edit(merge.policy(), scene.policyBody(2));
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    denied("finish", 409, "not-agreed");
    assertThat(proposal.seenBy(Person.DAN).text("/reasons/0/code")).isEqualTo("approvals-missing");
    assertThat(proposal.takeUp(Person.DAN, "undo").status()).isEqualTo(200);
  }

  @Test
  void nobody_else_learns_of_it() {
    Guest guest = Guest.arrives();
    for (String way : List.of("finish", "undo")) {
      Map<String, Object> body = Map.of("digest", proposal.digest());
      assertThat(guest.calls().post(proposal.path("/" + way), body).status()).isEqualTo(404);
    }
    assertThat(proposal.status()).isEqualTo("FAILED");
  }
}
