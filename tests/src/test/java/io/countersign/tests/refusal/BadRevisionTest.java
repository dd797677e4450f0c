package io.countersign.tests.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Revisions that are refused leave the request and its values as they were. */
class BadRevisionTest {
  private final Scene scene = Scene.askingFor(1);
  private final String value = Text.value();

  private Proposal proposed() {
    scene.holds("/db", "{\"KEY\":\"old\",\"FROM\":\"1\",\"OTHER\":\"1\"}");
    return scene.proposes(
        "/db", Map.of("set", Map.of("KEY", value), "rename", Map.of("FROM", "TO")));
  }

  private void refused(Amended amended, int status, String field, String rule) {
    Answer answer = amended.by(Person.DAN);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
    assertThat(amended.proposal().seenBy(Person.DAN).text("/digest"))
        .isEqualTo(amended.proposal().digest());
    assertThat(World.SECRETS.names("countersign-pending/" + amended.proposal().id() + "/"))
        .hasSize(1);
  }

  @Test
  void what_cannot_be_made_into_one_change_set() {
    Proposal proposal = proposed();
    Map<String, Object> set = Map.of("set", Map.of("KEY", Text.value()));
    refused(
        Amended.to(proposal, "/db", set).keeping("/db", "KEY"),
        422,
        "keep[0].key",
        "kept-and-changed");
    refused(
        new Amended(proposal, Map.of()).keeping("/db", "KEY", "NONE"),
        422,
        "keep[1].key",
        "no-such-operation");
    refused(
        new Amended(proposal, Map.of()).keeping("/db", "KEY", "KEY"),
        422,
        "keep[1].key",
        "key-twice");
    refused(new Amended(proposal, Map.of()), 422, "changes", "empty");
    refused(
        Amended.to(proposal, "/db", Map.of("set", Map.of("TO", Text.value())))
            .keeping("/db", "FROM"),
        422,
        "changes[0].set.TO",
        "target-twice");
    refused(Amended.rebase(proposal).with("title", " "), 422, "title", "length");
    refused(Amended.rebase(proposal).with("keep", "some"), 422, "keep", "choice");
    refused(Amended.rebase(proposal).with("base", "old"), 422, "base", "choice");
    refused(new Amended(proposal, Map.of("keep", "all")), 400, "base", "required");
    refused(Amended.rebase(proposal).with("unknown", 1), 400, "unknown", "unknown");
  }

  @Test
  void what_cannot_be_applied_any_more_names_the_key() {
    Proposal proposal = proposed();
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"old\"}");
    for (String base : List.of("present", "unchanged")) {
      Amended rebase = Amended.rebase(proposal).with("base", base);
      refused(rebase, 422, "keep", "no-such-key");
      assertThat(rebase.by(Person.DAN).text("/errors/0/message")).contains("prod:/db", "\"FROM\"");
    }
  }

  @Test
  void a_document_that_was_created_again_is_only_rebased() {
    Proposal proposal = proposed();
    World.SECRETS.deleteForGood(scene.secret("/db"));
    scene.holds("/db", "{\"KEY\":\"old\",\"FROM\":\"1\"}");
    refused(
        new Amended(proposal, Map.of()).keeping("/db", "KEY"),
        422,
        "keep[0].key",
        "document-replaced");
    assertThat(Amended.rebase(proposal).by(Person.DAN).status()).isEqualTo(201);
  }

  @Test
  void what_is_not_theirs_to_revise() {
    Proposal proposal = proposed();
    assertThat(Amended.rebase(proposal).by(Guest.arrives().calls()).status()).isEqualTo(404);
    Answer approver = Amended.rebase(proposal).by(Person.AMY);
    assertThat(approver.status()).isEqualTo(403);
    assertThat(approver.text("/code")).isEqualTo("may-not-revise");
  }

  @Test
  void what_is_not_the_present_revision_or_not_open() {
    Proposal proposal = proposed();
    Answer stale = Amended.rebase(new Proposal(proposal.id(), "0".repeat(64))).by(Person.DAN);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text("/present/digest")).isEqualTo(proposal.digest());
    proposal.reject(Person.AMY);
    Answer ended = Amended.rebase(proposal).by(Person.DAN);
    assertThat(ended.status()).isEqualTo(409);
    assertThat(ended.text("/code")).isEqualTo("rejected");
    assertThat(ended.text("/present/status")).isEqualTo("REJECTED");
  }
}
