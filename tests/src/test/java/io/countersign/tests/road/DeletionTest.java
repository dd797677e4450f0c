package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.Times;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole documents go, and come back (design §5). */
class DeletionTest {
  private static final Map<String, Boolean> WHOLE = Map.of("deleteDocument", true);

  private final Scene scene = Scene.askingFor(1);
  private final String secret = scene.secret("/db");
  private final String value = Text.value();

  private Proposal agreed(Map<String, ?> operations) {
    Proposal proposal = scene.proposes("/db", operations);
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
    return proposal;
  }

  @Test
  void a_document_goes_with_all_of_its_keys_and_aws_keeps_it_for_30_days() {
    scene.holds("/db", "{\"KEY\":\"old\",\"PORT\":1}");
    Proposal proposal = agreed(WHOLE);
    JsonNode operation = proposal.seenBy(Person.AMY).body().at("/changes/0/operations/0");
    assertThat(operation.toString())
        .isEqualTo("{\"op\":\"deleteDocument\",\"keys\":[\"KEY\",\"PORT\"]}");

    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.body().at("/documents/0/deleted").asBoolean()).isTrue();
    assertThat(World.SECRETS.daysLeft(secret)).isBetween(29L, 30L);
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed")).contains("Request Merged");

    World.SECRETS.restore(secret);
    assertThat(World.SECRETS.text(secret)).isEqualTo("{}");
  }

  @Test
  void what_aws_refuses_to_delete_is_named_and_goes_once_it_lets_us() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = agreed(WHOLE);
    World.SECRETS.deny(secret, "DeleteSecret");
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(World.SECRETS.text(secret)).isEqualTo("{}");
    JsonNode page = proposal.seenBy(Person.AMY).body();
    assertThat(page.at("/undeleted/0/path").asText()).isEqualTo("/db");
    assertThat(page.at("/undeleted/0/message").asText()).contains("AWS refuses to delete it");

    World.SECRETS.allow(secret);
    Times.lapse(proposal);
    Times.minute();
    await().until(() -> World.SECRETS.daysLeft(secret) != null);
    proposal.until(each -> each.path("undeleted").isEmpty());
  }

  @Test
  void plain_text_goes_too() {
    scene.holds("/db", "only text");
    assertThat(agreed(WHOLE).merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.daysLeft(secret)).isNotNull();
  }

  @Test
  void any_change_of_any_key_is_a_conflict_that_names_it() {
    scene.holds("/db", "{\"KEY\":\"old\",\"PORT\":1}");
    Proposal proposal = agreed(WHOLE);
    World.SECRETS.write(secret, "{\"KEY\":\"old\",\"PORT\":2,\"MORE\":null}");
    Answer conflict = proposal.merge(Person.DAN);
    assertThat(conflict.text("/code")).isEqualTo("keys-changed");
    assertThat(conflict.text("/detail")).contains("MORE, PORT").doesNotContain("KEY");
    assertThat(World.SECRETS.daysLeft(secret)).isNull();
  }

  @Test
  void a_document_that_was_deleted_can_be_written_again_and_none_of_its_old_keys_comes_back() {
    scene.holds("/db", "{\"KEY\":\"old\",\"OLD\":\"old\"}");
    World.SECRETS.delete(secret);
    Proposal proposal = agreed(Map.of("set", Map.of("KEY", value)));
    assertThat(proposal.seenBy(Person.AMY).body().at("/changes/0/operations/0/change").asText())
        .isEqualTo("add");
    assertThat(World.SECRETS.daysLeft(secret)).isNotNull();
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"KEY\":\"" + value + "\"}");
  }

  @Test
  void a_document_goes_comes_back_and_goes_again() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    assertThat(agreed(WHOLE).merge(Person.DAN).status()).isEqualTo(200);
    assertThat(agreed(Map.of("set", Map.of("KEY", value))).merge(Person.DAN).status())
        .isEqualTo(200);
    assertThat(agreed(WHOLE).merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.daysLeft(secret)).isNotNull();
  }

  @Test
  void what_a_merge_that_applies_nothing_took_back_waits_again() {
    scene.holds("/db", "{\"OLD\":\"old\"}");
    scene.holds("/other", "{\"KEY\":\"old\"}");
    World.SECRETS.delete(secret);
    Proposal proposal =
        scene.proposesAll(
            List.of(
                Scene.change("/db", Map.of("set", Map.of("KEY", value))),
                Scene.change("/other", Map.of("set", Map.of("KEY", value)))));
    proposal.approve(Person.AMY);
    World.SECRETS.write(scene.secret("/other"), "{\"KEY\":\"theirs\"}");
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("keys-changed");
    assertThat(World.SECRETS.daysLeft(secret)).isNotNull();
    World.SECRETS.restore(secret);
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"OLD\":\"old\"}");
  }

  @Test
  void an_unprotected_document_goes_at_once() {
    Scene open = Scene.unprotected();
    open.holds("/db", "{\"KEY\":\"old\"}");
    Answer answer = World.as(Person.DAN).post("v1/change-requests", open.submission("/db", WHOLE));
    assertThat(answer.status()).isEqualTo(202);
    new Proposal(answer.text("/id"), answer.text("/digest"))
        .until(page -> page.path("status").asText().equals("MERGED"));
    await().until(() -> World.SECRETS.daysLeft(open.secret("/db")) != null);
  }
}
