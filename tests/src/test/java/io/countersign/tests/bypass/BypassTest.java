package io.countersign.tests.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.mail.SentMail;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A bypass from its start to the look afterwards. */
class BypassTest {
  private static final String WHY = "The provider has leaked it, and nobody answers.";

  /** The call's requests to AWS up to its transaction: reads of state, rules, people and locks. */
  private static final int COMMITTED = 5;

  private static Scene open() {
    return Scene.askingFor(2, Map.of("bypass", Map.of("who", "ANYONE"), "declineAfter", 2));
  }

  @Test
  void its_author_merges_it_openly_and_an_approver_looks_at_it_afterwards() {
    Scene scene = open();
    scene.holds("/db", "{\"KEPT\":1.0,\"KEY\":\"old\"}");
    String value = Text.value();
    Proposal proposal = scene.proposes("/db", "KEY", value);
    proposal.reject(Person.AMY);
    assertThat(may(proposal, Person.DAN)).contains("bypass");
    assertThat(proposal.seenBy(Person.AMY).text("/mayNot/0/reasons/0/code"))
        .isEqualTo("not-the-author");

    Answer started = proposal.bypass(Person.DAN, WHY);
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.text("/status")).isEqualTo("MERGING");
    JsonNode page = proposal.untilIt("BYPASSED");
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEPT\":1.0,\"KEY\":\"" + value + "\"}");
    assertThat(page.at("/bypass/reason").asText()).isEqualTo(WHY);
    assertThat(page.at("/bypass/acknowledged").isNull()).isTrue();
    assertThat(page.at("/documents/0/path").asText()).isEqualTo("/db");
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Merge Started",
            "Request Bypassed",
            "Secrets Changed");
    JsonNode event =
        Objects.requireNonNull(World.BUS.of(proposal.id()).get(3), "the bypass").path("detail");
    assertThat(event.path("mode").asText()).isEqualTo("BYPASS");
    assertThat(event.path("against").toString()).isEqualTo("[\"amy\"]");
    assertThat(listed(scene, "false")).containsExactly(proposal.id());
    assertThat(listed(scene, "true")).isEmpty();

    assertThat(may(proposal, Person.BOB)).containsExactly("acknowledge", "comment");
    Answer acknowledged = proposal.acknowledge(Person.BOB);
    assertThat(acknowledged.status()).isEqualTo(200);
    assertThat(acknowledged.text("/bypass/acknowledged/by/id")).isEqualTo("bob");
    assertThat(listed(scene, "false")).isEmpty();
    assertThat(listed(scene, "true")).containsExactly(proposal.id());
    Answer seen = proposal.seenBy(Person.DAN);
    assertThat(seen.text("/status")).isEqualTo("BYPASSED");
    assertThat(seen.text("/bypass/acknowledged/by/name")).isEqualTo("Bob Approver");
    assertThat(seen.body().path("timeline").findValuesAsText("text"))
        .contains("without its approvers: " + WHY, "Looked at it.");
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Acknowledged"))
        .endsWith("Request Acknowledged");
  }

  @Test
  void only_an_approver_other_than_its_author_acknowledges_it_and_once() {
    Scene scene = open();
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("amy", "bob", "dan"));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(proposal.acknowledge(Person.AMY).text("/code")).isEqualTo("not-bypassed");
    proposal.bypass(Person.DAN, WHY);
    proposal.untilIt("BYPASSED");
    Answer own = proposal.acknowledge(Person.DAN);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text("/code")).isEqualTo("own-request");
    assertThat(own.body().at("/reasons/0/clearedBy").findValuesAsText("id"))
        .containsExactly("amy", "bob");
    assertThat(proposal.acknowledge(Person.ADA).text("/code")).isEqualTo("not-an-approver");
    assertThat(proposal.acknowledge(Person.AMY).status()).isEqualTo(200);
    Answer second = proposal.acknowledge(Person.BOB);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("/code")).isEqualTo("acknowledged");
    assertThat(proposal.approve(Person.BOB).text("/code")).isEqualTo("bypassed");
    assertThat(proposal.merge(Person.BOB).text("/code")).isEqualTo("bypassed");
  }

  @Test
  void all_approvers_and_admins_are_mailed_when_it_starts_and_when_it_is_done() {
    Scene scene = open();
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    Map<String, Object> later =
        Map.of(
            "name", "Later",
            "targets", List.of(Map.of("environment", "prod")),
            "requirements", List.of(Map.of("approvals", 1, "people", List.of("dan", "bob"))),
            "bypass", Map.of("who", "CHOSEN", "people", List.of("dan")));
    scene.policy(later);
    proposal.reject(Person.AMY);
    proposal.bypass(Person.DAN, WHY);
    for (String event : List.of("Merge Started", "Bypassed")) {
      proposal.until(page -> told(page, event).size() == 4);
      assertThat(told(proposal.seenBy(Person.DAN).body(), event))
          .containsExactlyInAnyOrder("ada", "amy", "bob", "dan");
    }
    String started = "has started to merge the request without the agreement of its approvers";
    for (Person reader : List.of(Person.ADA, Person.AMY, Person.BOB, Person.DAN)) {
      for (String words : List.of(started, "\"bypassed, not reviewed\"")) {
        SentMail mail = mail(reader, proposal, words);
        assertThat(mail.text()).contains("Reason: " + WHY, "Rejected by: Amy Approver");
        assertThat(mail.html()).containsOnlyOnce("<a ");
      }
    }
  }

  private static List<String> told(JsonNode page, String event) {
    List<String> people = new ArrayList<>();
    for (JsonNode delivery : page.path("deliveries")) {
      if (delivery.path("event").asText().equals(event)
          && delivery.path("status").asText().equals("SENT")) {
        people.add(delivery.at("/person/id").asText());
      }
    }
    return people;
  }

  private static SentMail mail(Person reader, Proposal proposal, String words) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                World.stack().mails().to(reader.email()).stream()
                    .filter(mail -> mail.text().contains("/requests/" + proposal.id() + "\n"))
                    .filter(mail -> mail.text().contains(words))
                    .toList(),
            mails -> mails.size() == 1)
        .getFirst();
  }

  @Test
  void a_bypass_that_conflicts_applies_nothing_and_is_open_again() {
    Scene scene = open();
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    assertThat(proposal.bypass(Person.DAN, WHY).status()).isEqualTo(202);
    JsonNode page = proposal.until(each -> !each.path("statusReason").isNull());
    assertThat(page.path("status").asText()).isEqualTo("OPEN");
    assertThat(page.at("/statusReason/code").asText()).isEqualTo("keys-changed");
    assertThat(page.path("bypass").isNull()).isTrue();
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"KEY\":\"theirs\"}");
    assertThat(listed(scene, "false")).isEmpty();
    Answer again = proposal.bypass(Person.DAN, WHY);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("revision-dead");
    assertThat(again.text("/reasons/0/code")).isEqualTo("keys-changed");
  }

  @Test
  void a_bypass_whose_caller_was_not_answered_is_carried_out_once() {
    Scene scene = open();
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    int killed = World.stack().killed("bypass");
    World.stack().killOnNextCall("bypass", COMMITTED);
    // What API Gateway answers for a function that died is its own, and in no document of ours.
    Answer cut =
        World.as(Person.DAN)
            .api()
            .post(
                proposal.path("/bypass"),
                Text.of(Map.of("digest", proposal.digest(), "reason", WHY)));
    assertThat(cut.status()).isGreaterThanOrEqualTo(500);
    assertThat(World.stack().killed("bypass")).isEqualTo(killed + 1);
    // Nobody can tell whether it was committed: asked again, it goes on, or has begun already.
    assertThat(proposal.bypass(Person.DAN, WHY).status()).isIn(202, 409);
    proposal.untilIt("BYPASSED");
    assertThat(proposal.bypass(Person.DAN, WHY).text("/code")).isEqualTo("bypassed");
    assertThat(World.SECRETS.versions(scene.secret("/db"))).isEqualTo(2);
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsOnlyOnce("Request Merge Started", "Request Bypassed", "Secrets Changed");
  }

  private static List<String> may(Proposal proposal, Person person) {
    List<String> may = new ArrayList<>();
    proposal.seenBy(person).body().path("may").forEach(each -> may.add(each.asText()));
    return may;
  }

  private static List<String> listed(Scene scene, String reviewed) {
    return World.as(Person.ADA)
        .get(
            "v1/change-requests?status=BYPASSED&reviewed="
                + reviewed
                + "&project="
                + scene.project())
        .body()
        .path("items")
        .findValuesAsText("id")
        .stream()
        .filter(id -> id.startsWith(scene.project()))
        .toList();
  }
}
