package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Exported;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.Times;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Access for a limited time: asked for, agreed to, used, prolonged and ended. */
class AccessTest {
  private final String value = Text.value();
  private final Scene scene = scene(Map.of());

  private Scene scene(Map<String, ?> terms) {
    Scene made = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(made.policyBody(1));
    policy.put("kind", "ACCESS");
    policy.put("name", "Access");
    policy.put("targets", List.of(Map.of("environment", "prod", "path", "/db/**")));
    policy.put("maxDuration", "PT2H");
    policy.putAll(terms);
    made.policy(policy);
    made.holds("/db/main", "{\"KEY\":\"" + value + "\"}");
    return made;
  }

  private static Map<String, Object> asking(Scene scene, Map<String, ?> more) {
    Map<String, Object> body = new TreeMap<>();
    body.put("project", scene.project());
    body.put("environment", "prod");
    body.put("path", "/db/**");
    body.put("actions", List.of("secrets:reveal"));
    body.put("reason", "The nightly job cannot sign in.");
    body.putAll(more);
    return body;
  }

  private static Answer asks(Person person, Scene scene, Map<String, ?> more) {
    return World.as(person).post("v1/access-requests", asking(scene, more));
  }

  private Proposal asked(Map<String, ?> more) {
    Answer answer = asks(Person.DAN, scene, more);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return Proposal.of(answer);
  }

  private Proposal granted(Map<String, ?> more) {
    Proposal proposal = asked(more);
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.text("/status")).isEqualTo("MERGED");
    return proposal;
  }

  private Answer reveals(Person person) {
    return World.as(person)
        .post(
            scene.path("/environments/prod/documents/reveal"),
            Map.of("path", "/db/main", "key", "KEY"));
  }

  private static Answer revokes(Person person, Proposal proposal) {
    return World.as(person)
        .post("v1/grants/" + proposal.id() + "/revoke", Map.of("reason", "Done."));
  }

  @Test
  void
      it_begins_with_the_merge_lasts_as_long_as_was_approved_and_is_named_by_what_it_is_used_for() {
    Proposal proposal = asked(Map.of("duration", "PT1H"));
    JsonNode open = proposal.seenBy(Person.AMY).body();
    assertThat(open.path("kind").asText()).isEqualTo("ACCESS");
    assertThat(open.path("title").asText()).isEqualTo("Reveal values of prod:/db/**");
    assertThat(open.at("/access/duration").asText()).isEqualTo("PT1H");
    assertThat(reveals(Person.DAN).status()).isEqualTo(403);
    Map<String, Object> ballot = new TreeMap<>(proposal.ballot("APPROVE"));
    ballot.put("duration", "PT30M");
    assertThat(World.as(Person.AMY).post(proposal.path("/votes"), ballot).status()).isEqualTo(200);
    assertThat(proposal.merge(Person.DAN).text("/status")).isEqualTo("MERGED");

    JsonNode grant = proposal.seenBy(Person.DAN).body().path("grant");
    assertThat(grant.path("state").asText()).isEqualTo("ACTIVE");
    Instant begins = Instant.parse(grant.path("begins").asText());
    assertThat(Instant.parse(grant.path("ends").asText()))
        .isEqualTo(begins.plus(Duration.ofMinutes(30)));
    Answer shown = reveals(Person.DAN);
    assertThat(shown.text("/current/value")).isEqualTo(value);
    assertThat(World.BUS.typesUntil(proposal.id(), "Access Granted"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Access Granted");
    assertThat(Exported.lines("v1/audit?project=" + scene.project()))
        .filteredOn(each -> each.contains("Revealed"))
        .singleElement()
        .asString()
        .contains(proposal.id());
    assertThat(
            World.as(Person.DAN)
                .get("v1/grants?holder=me&project=" + scene.project())
                .text("/items/0/request"))
        .isEqualTo(proposal.id());
  }

  @Test
  void whoever_has_it_or_approved_it_ends_it_at_once() {
    Proposal proposal = granted(Map.of("duration", "PT1H"));
    assertThat(reveals(Person.DAN).status()).isEqualTo(200);
    assertThat(revokes(Person.BOB, proposal).status()).isEqualTo(200);
    assertThat(reveals(Person.DAN).status()).isEqualTo(403);
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.at("/grant/state").asText()).isEqualTo("ENDED");
    assertThat(page.at("/grant/endedBy/id").asText()).isEqualTo("bob");
    assertThat(revokes(Person.DAN, proposal).text("/code")).isEqualTo("grant-ended");
    assertThat(World.BUS.typesUntil(proposal.id(), "Access Ended")).endsWith("Access Ended");
    mailed(Person.DAN, proposal, "has the access that was asked for, until");
    mailed(Person.DAN, proposal, "has ended: Bob Approver ended it: Done.");
  }

  private static void mailed(Person person, Proposal about, String words) {
    await()
        .until(
            () ->
                World.stack().mails().to(person.email()).stream()
                    .anyMatch(
                        each -> each.text().contains(about.id()) && each.text().contains(words)));
  }

  @Test
  void it_ends_by_the_clock() {
    Proposal proposal =
        granted(Map.of("end", Instant.now().plus(Duration.ofSeconds(8)).toString()));
    assertThat(reveals(Person.DAN).status()).isEqualTo(200);
    await().until(() -> reveals(Person.DAN).status() == 403);
    Times.minute();
    assertThat(World.BUS.typesUntil(proposal.id(), "Access Ended")).endsWith("Access Ended");
    JsonNode grant = proposal.seenBy(Person.AMY).body().path("grant");
    assertThat(grant.path("state").asText()).isEqualTo("ENDED");
    assertThat(grant.path("endedBy").isNull()).isTrue();
  }

  @Test
  void its_end_is_moved_by_another_request_and_revoking_it_wins() {
    Proposal first = granted(Map.of("duration", "PT1H"));
    Map<String, Object> more =
        Map.of(
            "project", scene.project(), "extends", first.id(), "duration", "PT1H", "reason", "Why");
    Proposal second = Proposal.of(World.as(Person.DAN).post("v1/access-requests", more));
    second.approve(Person.AMY);
    Instant before = Instant.parse(first.seenBy(Person.DAN).text("/grant/ends"));
    assertThat(second.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(Instant.parse(first.seenBy(Person.DAN).text("/grant/ends")))
        .isEqualTo(before.plus(Duration.ofHours(1)));
    Answer elsewhere = revokes(Person.DAN, second);
    assertThat(elsewhere.text("/code")).as(elsewhere.toString()).isEqualTo("grant-elsewhere");
    assertThat(elsewhere.text("/detail")).contains(first.id());
    JsonNode active = listed();
    assertThat(active).hasSize(1);
    assertThat(active.at("/0/request").asText()).isEqualTo(first.id());
    assertThat(active.at("/0/state").asText()).isEqualTo("ACTIVE");

    Proposal third = Proposal.of(World.as(Person.DAN).post("v1/access-requests", more));
    third.approve(Person.AMY);
    assertThat(revokes(Person.DAN, first).status()).isEqualTo(200);
    Answer late = third.merge(Person.DAN);
    assertThat(late.status()).as(late.toString()).isEqualTo(409);
    assertThat(late.text("/reasons/0/code")).isEqualTo("grant-ended");
    assertThat(reveals(Person.DAN).status()).isEqualTo(403);
    JsonNode ended = listed();
    assertThat(ended).hasSize(1);
    assertThat(ended.at("/0/request").asText()).isEqualTo(first.id());
    assertThat(ended.at("/0/state").asText()).isEqualTo("ENDED");
    assertThat(ended.at("/0/endedBy/id").asText()).isEqualTo("dan");
    assertThat(second.seenBy(Person.AMY).body().at("/grant/endedBy/id").asText())
        .as("told on the page of what moved its end, too")
        .isEqualTo("dan");
  }

  private JsonNode listed() {
    return World.as(Person.DAN).get("v1/grants?project=" + scene.project()).body().path("items");
  }

  @Test
  void what_cannot_be_given_is_refused_by_its_field() {
    refused(Map.of(), "duration", "permanent");
    refused(Map.of("duration", "PT3H"), "duration", "too-long");
    refused(Map.of("duration", "PT1H", "start", "+1000000000-12-31T23:59:00Z"), "start", "time");
    refused(Map.of("duration", "PT1H", "reason", ""), "reason", "reason-missing");
    refused(Map.of("duration", "PT1H", "path", "/**"), "path", "no-access-policy");
    refused(Map.of("duration", "PT1H", "actions", List.of("audit:read")), "actions", "choice");
    refused(Map.of("end", "2001-01-01T00:00:00Z"), "end", "over");
    Proposal proposal = asked(Map.of("duration", "PT1H"));
    Answer again = asks(Person.DAN, scene, Map.of("duration", "PT2H"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/detail")).contains(proposal.id());
  }

  @Test
  void each_kind_is_revised_and_voted_on_by_its_own_words() {
    Proposal asked = asked(Map.of("duration", "PT1H"));
    Map<String, Object> change =
        Map.of(
            "digest", asked.digest(), "changes", scene.submission("/db", Map.of()).get("changes"));
    Answer other = World.as(Person.DAN).post(asked.path("/revisions"), change);
    assertThat(other.text("/code")).as(other.toString()).isEqualTo("other-kind");
    Map<String, Object> longer = new TreeMap<>(asked.ballot("APPROVE"));
    longer.put("duration", "PT2H");
    assertThat(World.as(Person.AMY).post(asked.path("/votes"), longer).text("/code"))
        .isEqualTo("longer-than-asked");
    scene.policy(scene.policyBody(1));
    Proposal changed = scene.proposes("/other", "KEY", Text.value());
    Map<String, Object> timed = new TreeMap<>(changed.ballot("APPROVE"));
    timed.put("duration", "PT1H");
    assertThat(World.as(Person.AMY).post(changed.path("/votes"), timed).text("/code"))
        .isEqualTo("no-access");
    assertThat(changed.approve(Person.AMY).status()).isEqualTo(200);
  }

  @Test
  void it_is_revised_by_who_asked_and_by_nobody_else() {
    Proposal asked = asked(Map.of("duration", "PT1H"));
    asked.approve(Person.AMY);
    Map<String, Object> body = asking(scene, Map.of("duration", "PT2H"));
    body.remove("project");
    body.put("digest", asked.digest());
    String path = "v1/access-requests/" + asked.id() + "/revisions";
    assertThat(World.as(Person.ADA).post(path, body).text("/code")).isEqualTo("may-not-revise");
    Answer revised = World.as(Person.DAN).post(path, body);
    assertThat(revised.status()).as(revised.toString()).isEqualTo(201);
    assertThat(revised.body().path("agreed").asBoolean()).isFalse();
    assertThat(asked.seenBy(Person.AMY).text("/access/duration")).isEqualTo("PT2H");
    assertThat(asked.merge(Person.DAN).text("/code")).isEqualTo("stale-digest");
  }

  private void refused(Map<String, ?> more, String field, String rule) {
    Answer answer = asks(Person.DAN, scene, more);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
  }

  @Test
  void nobody_gives_it_to_themselves() {
    Answer answer = asks(Person.ADA, scene, Map.of("duration", "PT1H"));
    assertThat(Proposal.of(answer).approve(Person.ADA).text("/code")).isEqualTo("not-an-approver");
    World.as(Person.ADA)
        .put(scene.path("/bindings/amy"), Map.of("role", "viewer", "person", "amy"));
    Proposal own = Proposal.of(asks(Person.AMY, scene, Map.of("duration", "PT1H")));
    assertThat(own.approve(Person.AMY).text("/code")).isEqualTo("own-request");
    assertThat(own.merge(Person.AMY).text("/code")).isEqualTo("not-agreed");
  }

  @Test
  void around_its_approvers_it_is_given_at_once_and_they_are_told() {
    Scene open = scene(Map.of("bypass", Map.of("who", "ANYONE")));
    Proposal proposal = Proposal.of(asks(Person.DAN, open, Map.of("duration", "PT1H")));
    Answer bypassed = proposal.bypass(Person.DAN, "Nobody answers, and it burns.");
    assertThat(bypassed.status()).as(bypassed.toString()).isEqualTo(200);
    assertThat(bypassed.text("/status")).isEqualTo("BYPASSED");
    assertThat(proposal.seenBy(Person.DAN).text("/grant/state")).isEqualTo("ACTIVE");
    mailed(Person.AMY, proposal, "BYPASSED by Dan Developer");
  }
}
