package io.countersign.tests.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Canaries;
import io.countersign.tests.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Takes values through the ways on which things go wrong. What each answer says is looked through
 * by the client, what stays behind by {@link LeakTest}.
 */
class CanaryTest {
  private static final String ROUTE = "v1/change-requests";

  private final Scene scene = Scene.askingFor(1);

  private Map<String, Object> submission() {
    return scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"A\":{\"B\":\"%s\"}}",
        "{\"A\":[\"%s\"]}",
        "{\"A\":1,\"A\":\"%s\"}",
        "{\"A\":\"%s\"",
        "[\"%s\"]",
        "{\"A\":\"\\ud800%s\"}"
      })
  void a_document_that_cannot_be_read(String text) {
    scene.holds("/db", text.formatted(Text.value()));
    assertThat(World.as(Person.DAN).post(ROUTE, submission()).status()).isIn(201, 422);
  }

  @Test
  void a_binary_document() {
    byte[] bytes = Text.value().getBytes(StandardCharsets.UTF_8);
    World.SECRETS.createBinary(scene.secret("/db"), bytes);
    answered(422, World.as(Person.DAN).post(ROUTE, submission()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"set\":{\"A\":\"%s",
        "\"set\":{\"A\":[\"%s\"]}",
        "\"set\":\"%s\"",
        "\"set\":{\"A\":\"\\ud800%s\"}",
        "\"set\":{\"A\":\"%s\",\"A\":\"x\"}",
        "\"move\":\"%s\"",
        "\"delete\":\"%s\""
      })
  void a_body_that_is_malformed(String operations) {
    String change = "{\"environment\":\"prod\",\"path\":\"/db\"," + operations + "}";
    String body =
        "{\"project\":\"%s\",\"title\":\"T\",\"changes\":[%s]}"
            .formatted(scene.project(), change.formatted(Text.value()));
    Answer answer = World.as(Person.DAN).post(ROUTE, body);
    assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
  }

  @Test
  void a_body_that_is_too_large() {
    String many = Text.value() + "x".repeat(3 * 1024 * 1024);
    Map<String, Object> body = scene.submission("/db", Map.of("set", Map.of("KEY", many)));
    answered(413, World.as(Person.DAN).post(ROUTE, body));
  }

  @Test
  void somebody_who_may_not() {
    answered(401, World.anonymous().post(ROUTE, submission()));
    answered(401, World.with("no.token.atall").post(ROUTE, submission()));
    answered(403, Guest.stranger().calls().post(ROUTE, submission()));
    answered(422, Guest.arrives().calls().post(ROUTE, submission()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 9})
  void a_submission_whose_process_is_killed(int requests) {
    Map<String, Object> body = submission();
    Client dan = World.as(Person.DAN).with("Idempotency-Key", "canary-" + scene.project());
    World.stack().killOnNextCall("submit", requests);
    // Lambda's own answer, which our document does not know.
    Answer died = dan.api().post(ROUTE, Text.of(body));
    answered(502, died);
    assertThat(Canaries.in(died.toString())).isEmpty();
    Proposal proposal = new Proposal(dan.post(ROUTE, body).text("/id"), "");
    answered(422, dan.post(ROUTE, submission()));
    assertThat(proposal.status()).isEqualTo("OPEN");
  }

  @Test
  void a_submission_and_a_merge_that_cannot_reach_aws() {
    World.stack().cutOffNextCall("submit");
    answered(503, World.as(Person.DAN).post(ROUTE, submission()));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    World.stack().cutOffNextCall("merge");
    answered(503, proposal.merge(Person.DAN));
  }

  @Test
  void conflicts_with_what_others_wrote() {
    scene.holds("/db", "{\"KEY\":\"" + Text.value() + "\"}");
    Proposal changed = scene.proposes("/db", "KEY", Text.value());
    Proposal unreadable = scene.proposes("/db", "KEY", Text.value());
    Proposal gone = scene.proposes("/db", Map.of("rename", Map.of("KEY", "NAME")));
    List.of(changed, unreadable, gone).forEach(each -> each.approve(Person.AMY));
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"" + Text.value() + "\"}");
    answered(409, changed.merge(Person.DAN));
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"" + Text.value());
    answered(409, unreadable.merge(Person.DAN));
    World.SECRETS.deleteForGood(scene.secret("/db"));
    answered(409, gone.merge(Person.DAN));
  }

  @Test
  void values_that_a_destination_cannot_hold() {
    scene.followed();
    scene.holds("/db", "{\"odd key\":\"" + Text.value() + "\"}");
    String large = Text.value() + "x".repeat(9_000);
    Proposal proposal = scene.proposes("/db", Map.of("set", Map.of("BIG", large, "EMPTY", "")));
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    proposal.until(page -> page.at("/syncs/0/status").asText().equals("FAILED"));
  }

  @Test
  void requests_that_end_without_a_merge() {
    answered(200, scene.proposes("/db", "KEY", Text.value()).reject(Person.AMY));
    Proposal withdrawn = scene.proposes("/db", "KEY", Text.value());
    answered(200, World.as(Person.DAN).post(withdrawn.path("/withdraw"), Map.of("reason", "no")));
    answered(409, withdrawn.merge(Person.DAN));
  }

  private static void answered(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }
}
