package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Exported;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Four eyes on the rules themselves: what one admin wants changed another one has to agree to. */
class GovernanceTest {
  private final Scene scene = Scene.askingFor(2).governed();
  private final String policy = scene.path("/policies/") + id();

  private String id() {
    return World.as(Person.ADA).get(scene.path("/policies")).text("/items/0/id");
  }

  private Map<String, Object> lowered() {
    return scene.policyBody(1);
  }

  private Answer lowers(Person person) {
    return World.as(person).edit(policy, lowered());
  }

  private Proposal asked() {
    Answer answer = lowers(Person.ADA);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return Proposal.of(answer);
  }

  private int approvals() {
    return World.as(Person.ADA).get(policy).body().at("/requirements/0/approvals").asInt();
  }

  @Test
  void what_an_admin_changes_holds_once_another_admin_has_agreed_and_it_is_merged() {
    Proposal proposal = asked();
    assertThat(approvals()).isEqualTo(2);
    JsonNode open = proposal.seenBy(Person.BOB).body();
    assertThat(open.path("kind").asText()).isEqualTo("GOVERNANCE");
    assertThat(open.path("title").asText()).isEqualTo("Change policy Approvals");
    assertThat(open.at("/rules/edits/0/differences/0/before").asText()).isEqualTo("2");
    assertThat(open.at("/rules/edits/0/differences/0/after").asText()).isEqualTo("1");
    assertThat(open.at("/policies/0/name").asText()).isEqualTo("One other admin of A scene");
    assertThat(proposal.approve(Person.ADA).text("/code")).isEqualTo("own-request");
    assertThat(proposal.merge(Person.ADA).text("/code")).isEqualTo("not-agreed");
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(404);

    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    Answer merged = proposal.merge(Person.ADA);
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(approvals()).isEqualTo(1);
    assertThat(World.BUS.typesUntil(proposal.id(), "Rules Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Rules Changed");
    JsonNode versions = World.as(Person.ADA).get(policy + "/versions").body();
    assertThat(versions.at("/items/1/by/id").asText()).isEqualTo("ada");
  }

  @Test
  void several_changes_are_one_request() {
    String group = scene.project() + "-two";
    Map<String, Object> second = new TreeMap<>(lowered());
    second.put("requirements", List.of(Map.of("approvals", 1, "groups", List.of(group))));
    Answer answer =
        World.as(Person.ADA)
            .post(
                "v1/governance-requests",
                Map.of(
                    "project",
                    scene.project(),
                    "title",
                    "Security approves",
                    "message",
                    "As we said on Monday.",
                    "changes",
                    List.of(
                        Map.of(
                            "method",
                            "PUT",
                            "path",
                            "/v1/groups/" + group,
                            "body",
                            Map.of("name", "Security", "members", List.of("amy"))),
                        Map.of(
                            "method",
                            "PUT",
                            "path",
                            "/" + policy,
                            "ifMatch",
                            "\"1\"",
                            "body",
                            second))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    Proposal proposal = Proposal.of(answer);
    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    Answer merged = proposal.merge(Person.BOB);
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(World.as(Person.ADA).get("v1/groups/" + group).status()).isEqualTo(200);
    assertThat(World.as(Person.ADA).get(policy).body().at("/requirements/0/groups/0").asText())
        .isEqualTo(group);
  }

  @Test
  void of_a_list_it_is_told_who_joins_and_leaves() {
    Map<String, Object> group =
        Map.of(
            "method",
            "PUT",
            "path",
            "/v1/groups/" + scene.project(),
            "ifMatch",
            "\"1\"",
            "body",
            scene.group("dan", "bob"));
    Map<String, Object> other =
        Map.of("method", "PUT", "path", "/" + policy, "ifMatch", "\"1\"", "body", lowered());
    JsonNode moves =
        scene
            .asksFor(group, other)
            .seenBy(Person.BOB)
            .body()
            .at("/rules/edits/0/differences/0/moves");
    assertThat(moves.toString())
        .isEqualTo(
            "{\"added\":[\"Dan Developer\"],\"removed\":[\"Amy Approver\"],"
                + "\"kept\":[\"Bob Approver\"]}");
  }

  @Test
  void how_somebody_is_reached_is_shown_to_who_decides_and_not_to_every_reader() {
    String address = scene.project() + "-new@example.com";
    Map<String, Object> person =
        Map.of(
            "method",
            "PUT",
            "path",
            "/v1/people/" + scene.project() + "-new",
            "body",
            Map.of("name", "Nina New", "email", address));
    Map<String, Object> other =
        Map.of("method", "PUT", "path", "/" + policy, "ifMatch", "\"1\"", "body", lowered());
    Proposal proposal = scene.asksFor(person, other);
    assertThat(proposal.seenBy(Person.BOB).body().toString()).contains(address);
    assertThat(proposal.seenBy(Person.ADA).body().toString()).contains(address);
    JsonNode read = proposal.seenBy(Person.DAN).body();
    JsonNode mail = read.at("/rules/edits/0/differences/1");
    assertThat(mail.path("label").asText()).isEqualTo("Mail");
    assertThat(mail.path("withheld").asBoolean()).isTrue();
    assertThat(mail.path("after").isNull()).isTrue();
    assertThat(read.toString()).contains("Nina New").doesNotContain(address);
    assertThat(
            World.as(Person.DAN)
                .get(proposal.path("/revisions/") + proposal.digest())
                .body()
                .toString())
        .contains("Nina New")
        .doesNotContain(address);
  }

  private Map<String, Object> change(String path, Object body) {
    return Map.of("method", "PUT", "path", path, "body", body);
  }

  private Answer together(Object... changes) {
    return World.as(Person.ADA)
        .post(
            "v1/governance-requests",
            Map.of("project", scene.project(), "changes", List.of(changes)));
  }

  @Test
  void what_refuses_one_of_several_changes_names_it() {
    Map<String, Object> group = change("/v1/groups/" + scene.project() + "-n", scene.group("amy"));
    Map<String, Object> role = Map.of("permissions", List.of("requests:read"));
    String roles = "/" + scene.path("/roles/");
    Answer unknown = together(group, change("/v1/groups/odd", scene.group("nobody-here")));
    assertThat(unknown.text("/errors/0/field")).isEqualTo("changes[1].body.members");
    Answer unseen = together(change(roles + "reader", role), change("/" + policy, lowered()));
    refused(unseen, "if-match-required");
    assertThat(unseen.text("/errors/0/field")).isEqualTo("changes[1]");
  }

  @Test
  void what_was_asked_for_is_asked_for_once_more_by_its_calls_and_one_of_them_anew() {
    Map<String, Object> role = Map.of("permissions", List.of("requests:read"));
    Map<String, Object> lowering =
        Map.of("method", "PUT", "path", "/" + policy, "ifMatch", "\"1\"", "body", lowered());
    Map<String, Object> prod = Map.of("secretPrefix", scene.prefix(), "name", "Production");
    Answer answer =
        together(
            change("/" + scene.path("/roles/reader"), role),
            lowering,
            change("/" + scene.path("/bindings/amy"), Map.of("person", "amy", "role", "reader")),
            Map.of(
                "method",
                "PUT",
                "path",
                "/" + scene.path("/environments/prod"),
                "ifMatch",
                "\"1\"",
                "body",
                prod),
            Map.of(
                "method", "DELETE", "path", "/" + scene.path("/bindings/dan"), "ifMatch", "\"1\""),
            change("/v1/groups/" + scene.project() + "-n", scene.group("amy")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    Proposal first = Proposal.of(answer);
    List<Object> calls = new ArrayList<>();
    first
        .seenBy(Person.ADA)
        .body()
        .at("/rules/edits")
        .forEach(each -> calls.add(each.path("call")));
    assertThat(calls).hasSize(6);
    calls.set(
        0,
        change(
            "/" + scene.path("/roles/reader"),
            Map.of("permissions", List.of("requests:read", "audit:read"))));
    Answer again =
        World.as(Person.ADA)
            .post(
                "v1/governance-requests/" + first.id() + "/revisions",
                Map.of("digest", first.digest(), "changes", calls));
    assertThat(again.status()).as(again.toString()).isEqualTo(202);
    JsonNode edits = first.seenBy(Person.BOB).body().at("/rules/edits");
    assertThat(edits).hasSize(6);
    assertThat(edits.at("/0/differences/0/after").asText()).contains("audit");
    assertThat(edits.at("/1/differences/0/after").asText()).isEqualTo("1");
    assertThat(edits.at("/4/change").asText()).isEqualTo("REMOVE");
  }

  private static Answer refused(Answer answer, String code) {
    assertThat(answer.text("/code")).as(answer.toString()).isEqualTo(code);
    return answer;
  }

  private static void untouched(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.body().at("/reasons/0/clearedBy/0/id").asText())
        .as(answer.toString())
        .isEqualTo("bob");
  }

  @Test
  void what_was_changed_meanwhile_has_to_be_written_anew() {
    Proposal first = asked();
    Map<String, Object> renamed = new TreeMap<>(scene.policyBody(2));
    renamed.put("name", "Renamed");
    Proposal second = Proposal.of(World.as(Person.BOB).edit(policy, renamed));
    assertThat(second.approve(Person.ADA).status()).isEqualTo(200);
    assertThat(second.merge(Person.ADA).text("/status")).isEqualTo("MERGED");

    refused(first.approve(Person.BOB), "rules-changed");
    assertThat(first.seenBy(Person.BOB).body().path("may").toString())
        .contains("reject")
        .doesNotContain("approve");
    Answer merge = refused(first.merge(Person.ADA), "not-agreed");
    assertThat(merge.text("/reasons/0/code")).isEqualTo("rules-changed");
    assertThat(merge.text("/reasons/0/clearedBy/0/id")).isEqualTo("ada");
    String revisions = "v1/governance-requests/" + first.id() + "/revisions";
    Answer again =
        World.as(Person.ADA).post(revisions, Map.of("digest", first.digest(), "base", "PRESENT"));
    assertThat(again.status()).as(again.toString()).isEqualTo(202);
    refused(first.merge(Person.ADA), "stale-digest");
    Proposal revised = Proposal.of(again);
    refused(revised.merge(Person.ADA), "not-agreed");
    assertThat(revised.seenBy(Person.BOB).body().at("/rules/edits/0/differences/0/before").asText())
        .isEqualTo("Renamed");
    assertThat(revised.approve(Person.BOB).status()).isEqualTo(200);
    assertThat(revised.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
    assertThat(approvals()).isEqualTo(1);
  }

  @Test
  void what_it_lowers_is_shown_for_every_document_and_open_request() {
    scene.holds("/db", "{\"KEY\":\"" + Text.value() + "\"}");
    Proposal open = scene.proposes("/db", "KEY", Text.value());
    Proposal proposal = asked();
    JsonNode impact = World.as(Person.BOB).get(proposal.path("/impact")).body();
    assertThat(impact.at("/documents/0/paths/0").asText()).isEqualTo("/db");
    assertThat(impact.at("/documents/0/before/0").asText())
        .isEqualTo("Approvals: 2 of Amy Approver, Bob Approver");
    assertThat(impact.at("/documents/0/after/0").asText())
        .isEqualTo("Approvals: 1 of Amy Approver, Bob Approver");
    assertThat(impact.at("/documents/0/lowers/0/what").asText()).isEqualTo("approvals");
    assertThat(impact.at("/requests/0/id").asText()).isEqualTo(open.id());
    assertThat(impact.path("looked").asInt()).isEqualTo(1);
    refused(World.as(Person.DAN).get(open.path("/impact")), "other-kind");
    // What was bound to the open one stays, whatever is merged.
    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    assertThat(proposal.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
    assertThat(open.approve(Person.AMY).status()).isEqualTo(200);
    refused(open.merge(Person.DAN), "not-agreed");
  }

  @Test
  void an_admin_alone_gets_nowhere_and_is_told_why() {
    Proposal own = asked();
    refused(own.approve(Person.ADA), "own-request");
    Answer early = refused(own.merge(Person.ADA), "not-agreed");
    assertThat(early.text("/reasons/0/clearedBy/0/id")).isEqualTo("bob");
    refused(own.bypass(Person.ADA, "Nobody answers, and it burns."), "may-not-bypass");
    assertThat(refused(lowers(Person.ADA), "same-request").text("/present/id")).isEqualTo(own.id());
    refused(World.as(Person.ADA).with("If-Match", "\"1\"").delete(policy), "same-request");
    Map<String, Object> closer = new TreeMap<>(scene.asking("dan"));
    closer.put("targets", List.of(Map.of("environment", "prod", "path", "/db")));
    untouched(World.as(Person.ADA).post(scene.path("/policies"), closer));
    untouched(
        World.as(Person.ADA)
            .put(scene.path("/roles/own"), Map.of("permissions", List.of("policies:write"))));
    untouched(
        World.as(Person.ADA)
            .put(scene.path("/bindings/amy"), Map.of("role", "admin", "person", "amy")));
    untouched(
        World.as(Person.ADA)
            .put(
                scene.path("/environments/side"),
                Map.of("secretPrefix", "staging/" + scene.project() + "/")));
    untouched(
        World.as(Person.ADA)
            .edit(scene.path(""), Map.of("name", "A scene", "governance", "OPT_OUT")));
    Map<String, Object> rules =
        Map.of(
            "kind",
            "GOVERNANCE",
            "name",
            "Own",
            "requirements",
            List.of(Map.of("approvals", 1, "people", List.of("amy"))));
    untouched(World.as(Person.ADA).post(scene.path("/policies"), rules));
    Map<String, Object> alone = new TreeMap<>(rules);
    alone.put("bypass", Map.of("who", "ANYONE"));
    Answer bypassing = World.as(Person.ADA).post(scene.path("/policies"), alone);
    assertThat(bypassing.text("/errors/0/field")).isEqualTo("bypass");
    assertThat(approvals()).isEqualTo(2);
  }

  @Test
  void a_vote_does_not_merge_rules_and_says_so() {
    Proposal proposal = asked();
    Map<String, Object> ballot = new TreeMap<>(proposal.ballot("APPROVE"));
    ballot.put("mergeIfAgreed", true);
    Answer voted = World.as(Person.BOB).post(proposal.path("/votes"), ballot);
    assertThat(voted.status()).isEqualTo(200);
    assertThat(voted.text("/status")).isEqualTo("OPEN");
    assertThat(voted.text("/reasons/0/code")).isEqualTo("merged-apart");
    assertThat(proposal.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
  }

  @Test
  void of_what_others_have_removed_nothing_is_left_to_ask_for() {
    Proposal mine = Proposal.of(World.as(Person.ADA).with("If-Match", "\"1\"").delete(policy));
    Proposal theirs = Proposal.of(World.as(Person.BOB).with("If-Match", "\"1\"").delete(policy));
    assertThat(theirs.approve(Person.ADA).status()).isEqualTo(200);
    assertThat(theirs.merge(Person.BOB).text("/status")).isEqualTo("MERGED");
    refused(
        World.as(Person.ADA)
            .post(
                "v1/governance-requests/" + mine.id() + "/revisions",
                Map.of("digest", mine.digest(), "base", "PRESENT")),
        "nothing-left");
  }

  @Test
  void rules_that_merge_by_themselves_do() {
    Map<String, Object> rules = new TreeMap<>();
    rules.put("kind", "GOVERNANCE");
    rules.put("name", "By itself");
    rules.put("autoMerge", true);
    rules.put("requirements", List.of(Map.of("approvals", 1, "people", List.of("amy"))));
    Proposal written = Proposal.of(World.as(Person.ADA).post(scene.path("/policies"), rules));
    assertThat(written.approve(Person.BOB).status()).isEqualTo(200);
    assertThat(written.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
    Proposal proposal = asked();
    assertThat(proposal.approve(Person.BOB).text("/code")).isEqualTo("not-an-approver");
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
    proposal.untilIt("MERGED");
    assertThat(approvals()).isEqualTo(1);
  }

  @Test
  void the_organisation_asks_its_own_people_and_lets_somebody_go_at_once() {
    Guest guest = Guest.arrives();
    Map<String, Object> rules =
        Map.of(
            "kind",
            "GOVERNANCE",
            "name",
            "Bob looks at it",
            "requirements",
            List.of(Map.of("approvals", 1, "people", List.of("bob"))));
    Answer written = World.as(Person.ADA).post("v1/projects/*/policies", rules);
    assertThat(written.status()).as(written.toString()).isEqualTo(201);
    try {
      if (World.as(Person.ADA).get("v1/projects/*").text("/governance").equals("OPT_OUT")) {
        assertThat(World.organisation("POLICY").status()).isEqualTo(200);
      }
      Answer friend =
          World.as(Person.ADA)
              .edit("v1/groups/" + scene.project(), scene.group("amy", "bob", "dan"));
      untouched(friend);
      assertThat(friend.text("/project")).isEqualTo("*");
      Proposal proposal = Proposal.of(friend);
      assertThat(proposal.id()).startsWith("*-");
      JsonNode impact = World.as(Person.BOB).get(proposal.path("/impact")).body();
      assertThat(impact.path("looked").asInt()).isNotNegative();
      untouched(World.as(Person.ADA).put("v1/projects/a-new-one", Map.of("name", "New")));
      Answer optOut = World.organisation("OPT_OUT");
      untouched(optOut);
      assertThat(
              World.as(Person.ADA).post(Proposal.of(optOut).path("/withdraw"), Map.of()).status())
          .isEqualTo(200);
      untouched(
          World.as(Person.ADA)
              .put("v1/projects/*/bindings/amy", Map.of("role", "admin", "person", "amy")));
      untouched(
          World.as(Person.ADA)
              .put("v1/machines/helper", Map.of("name", "Helper", "owners", List.of("ada"))));
      assertThat(
              World.as(Person.BOB)
                  .get("v1/change-requests?project=*&status=OPEN")
                  .text("/items/0/project"))
          .isEqualTo("*");
      assertThat(
              World.as(Person.BOB)
                  .get("v1/change-requests/counts?project=*")
                  .body()
                  .at("/waitingForMe/count")
                  .asInt())
          .isPositive();
      guest.leaves();
      assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
      assertThat(proposal.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
      assertThat(World.as(Person.ADA).get("v1/groups/" + scene.project()).body().path("members"))
          .hasSize(3);
      assertThat(World.as(Person.ADA).get("v1/projects/*/governance").text("/policies/0/name"))
          .isEqualTo("Bob looks at it");
      assertThat(Exported.lines("v1/audit?project=*"))
          .anyMatch(line -> line.contains("Rules Changed") && line.contains(proposal.id()));
    } finally {
      Proposal over = Proposal.of(World.organisation("OPT_OUT"));
      assertThat(over.approve(Person.BOB).status()).isEqualTo(200);
      assertThat(over.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
      assertThat(
              World.as(Person.ADA)
                  .with("If-Match", "\"1\"")
                  .delete("v1/projects/*/policies/" + written.text("/id"))
                  .status())
          .isEqualTo(200);
    }
  }
}
