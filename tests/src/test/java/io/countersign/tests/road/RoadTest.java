package io.countersign.tests.road;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From submission to merge, with a policy that asks for two. */
class RoadTest {
  private static final String BEFORE = "{\"HOST\":\"db\",  \"PORT\":5432, \"PASSWORD\":\"old\" }";

  @Test
  void a_protected_document_changes_only_after_both_have_agreed() {
    Scene scene = Scene.askingFor(2);
    scene.holds("/db", BEFORE);
    String value = Text.value();
    Proposal proposal =
        scene.proposes("/db", Map.of("set", Map.of("PASSWORD", value, "USER", "app")));
    String base = World.SECRETS.version(scene.secret("/db"));

    Answer early = proposal.merge(Person.DAN);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("/code")).isEqualTo("not-agreed");
    assertThat(early.text("/reasons/0/code")).isEqualTo("approvals-missing");
    assertThat(early.body().at("/reasons/0/clearedBy").findValuesAsText("id"))
        .containsExactly("amy", "bob");

    Answer first = proposal.approve(Person.AMY);
    assertThat(first.body().path("agreed").asBoolean()).isFalse();
    assertThat(proposal.merge(Person.DAN).body().at("/reasons/0/clearedBy").findValuesAsText("id"))
        .containsExactly("bob");
    assertThat(World.SECRETS.version(scene.secret("/db"))).isEqualTo(base);

    Answer second = proposal.approve(Person.BOB);
    assertThat(second.body().path("agreed").asBoolean()).isTrue();
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).isEqualTo(200);

    String after = World.SECRETS.text(scene.secret("/db"));
    assertThat(after)
        .startsWith("{\"HOST\":\"db\",  \"PORT\":5432, \"PASSWORD\":\"" + value + "\"")
        .contains("\"USER\":\"app\"");
    assertThat(merged.text("/documents/0/versionId"))
        .isEqualTo(World.SECRETS.version(scene.secret("/db")))
        .isNotEqualTo(base);
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Secrets Changed");
    JsonNode changed = World.BUS.of(proposal.id()).values().stream().toList().getLast();
    assertThat(changed.at("/detail/document/keys").toString()).isEqualTo("[\"PASSWORD\",\"USER\"]");
  }

  @Test
  void the_page_says_who_agreed_and_what_each_person_may_do() {
    Scene scene = Scene.askingFor(2);
    scene.holds("/db", BEFORE);
    Proposal proposal =
        scene.proposes(
            "/db",
            Map.of(
                "set",
                Map.of("PASSWORD", Text.value(), "NEW", "1"),
                "delete",
                List.of("PORT"),
                "rename",
                Map.of("HOST", "NAME")));
    proposal.approve(Person.AMY);
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.at("/changes/0/operations").toString())
        .contains("{\"op\":\"set\",\"key\":\"NEW\",\"change\":\"add\",\"kind\":\"string\"}")
        .contains("{\"op\":\"set\",\"key\":\"PASSWORD\",\"change\":\"change\",\"kind\":\"string\"}")
        .contains("{\"op\":\"delete\",\"key\":\"PORT\"}")
        .contains("{\"op\":\"rename\",\"from\":\"HOST\",\"to\":\"NAME\"}");
    assertThat(page.at("/policies/0/requirements/0/needed").asInt()).isEqualTo(2);
    assertThat(page.at("/policies/0/requirements/0/counted").asInt()).isEqualTo(1);
    assertThat(page.at("/votes/0/person/name").asText()).isEqualTo("Amy Approver");
    assertThat(page.at("/votes/0/comment").asText()).isEqualTo("as seen");
    assertThat(page.at("/votes/0/counts").asBoolean()).isTrue();
    assertThat(page.path("governance").asText()).isEqualTo("OPT_OUT");
    assertThat(page.path("timeline").findValuesAsText("type"))
        .containsExactly("Submitted", "Voted");
    assertThat(page.path("may").toString())
        .isEqualTo("[\"revise\",\"merge\",\"withdraw\",\"comment\"]");
    assertThat(proposal.seenBy(Person.BOB).body().path("may").toString())
        .isEqualTo("[\"approve\",\"reject\",\"merge\",\"comment\"]");
  }

  @Test
  void approvers_get_a_mail_whose_one_link_leads_to_the_request() {
    Scene scene = Scene.askingFor(2);
    Proposal proposal = scene.proposes("/mail", "KEY", Text.value());
    String link = World.stack().dashboard() + "/requests/" + proposal.id();
    for (Person approver : List.of(Person.AMY, Person.BOB)) {
      SentMail mail =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> mail(approver, link), mails -> !mails.isEmpty())
              .getFirst();
      assertThat(mail.html()).containsOnlyOnce("<a ").contains(link);
    }
    proposal.until(page -> sent(page) == 2);
    assertThat(World.as(Person.DAN).get(proposal.path("/deliveries")).body().path("items"))
        .hasSize(2);
  }

  private static List<SentMail> mail(Person person, String link) {
    return World.stack().mails().to(person.email()).stream()
        .filter(mail -> mail.text().contains(link))
        .toList();
  }

  private static long sent(JsonNode page) {
    return page.path("deliveries").findValuesAsText("status").stream()
        .filter("SENT"::equals)
        .count();
  }
}
