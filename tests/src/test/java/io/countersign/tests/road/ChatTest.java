package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.chat.ChatMessage;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Requests in chats (design §7). */
class ChatTest {
  private final Scene scene = Scene.unprotected();
  private final Client ada = World.as(Person.ADA);
  private final String conversation =
      "C" + scene.project().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "") + "00";
  private final String webhook =
      World.stack().chat().address() + "workflows/" + scene.project() + "?sig=" + Text.value();

  @Test
  void a_request_is_one_message_that_is_edited_and_answered_and_a_card_for_each_end() {
    slack(conversation);
    teams();
    policy("slack", "teams");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    until(conversation, all -> all.size() == 1);
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.AMY).status()).isEqualTo(200);

    List<ChatMessage> told = until(conversation, all -> all.size() == 3);
    ChatMessage root = told.getFirst();
    assertThat(root.text()).startsWith(proposal.id() + ": Merged.");
    assertThat(root.body().toString())
        .contains("/requests/" + proposal.id())
        .contains("prod/db: 1 added");
    assertThat(told.subList(1, 3))
        .allSatisfy(answer -> assertThat(answer.thread()).isEqualTo(root.id()))
        .extracting(ChatMessage::text)
        .anyMatch(text -> text.contains("Approved by Amy Approver."))
        .anyMatch(text -> text.contains("Merged, "));
    assertThat(until("/workflows/" + scene.project(), all -> all.size() == 2))
        .extracting(ChatMessage::text)
        .anyMatch(card -> card.contains("Waiting for approval"))
        .anyMatch(card -> card.contains("Merged"));

    JsonNode page =
        proposal.until(
            each -> told(each).containsAll(List.of("Merged slack SENT", "Merged teams SENT")));
    assertThat(told(page))
        .contains("Submitted slack SENT", "Submitted teams SENT", "Agreed slack SENT")
        .doesNotContain("Agreed teams SENT");
    assertThat(ada.get(scene.path("/channels/slack")).text("/state")).isEqualTo("WORKING");
  }

  @Test
  void a_broken_channel_says_why_its_admins_are_told_and_people_get_their_mail() {
    slack("C40400000");
    policy("slack");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    JsonNode page =
        proposal.until(
            each ->
                told(each)
                    .containsAll(
                        List.of(
                            "Submitted slack FAILED",
                            "Submitted amy SENT",
                            "Channel Broken ada SENT")));
    assertThat(page.path("deliveries").toString()).contains("channel_not_found");
    JsonNode channel = ada.get(scene.path("/channels")).body().at("/items/0");
    assertThat(channel.path("state").asText()).isEqualTo("BROKEN");
    assertThat(channel.path("reason").asText()).contains("invite the app to it");
  }

  @Test
  void of_a_bypass_all_channels_of_the_project_are_told() {
    slack(conversation);
    Map<String, Object> body = new TreeMap<>(scene.policyBody(1));
    body.put("bypass", Map.of("who", "ANYONE"));
    scene.policy(body);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(proposal.bypass(Person.DAN, "Nobody answers, and it burns.").status())
        .isIn(200, 202);
    until(
        conversation,
        all -> all.stream().anyMatch(each -> each.text().contains("Merged without its approvers")));
  }

  @Test
  void a_test_message_is_sent_and_somebody_says_that_they_saw_it() {
    teams();
    String channel = scene.path("/channels/teams");
    assertThat(ada.post(channel + "/confirm", Map.of()).text("/code")).isEqualTo("not-tested");
    Answer asked = ada.post(channel + "/test", Map.of());
    assertThat(asked.status()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ada.get(channel).text("/test/status").equals("SENT"));
    assertThat(until("/workflows/" + scene.project(), all -> all.size() == 1).getFirst().text())
        .contains("Test of channel teams", "asked for by Ada");
    Answer seen = ada.post(channel + "/confirm", Map.of());
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text("/test/seen/by/id")).isEqualTo("ada");
    Answer moved = ada.edit(channel, Map.of("kind", "TEAMS"));
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.body().path("test").isNull()).as("of the channel as it was").isTrue();
  }

  @Test
  void a_policy_names_channels_of_its_project_only() {
    Map<String, Object> body = new TreeMap<>(scene.policyBody(1));
    body.put("channels", List.of("nowhere"));
    Answer refused = ada.post(scene.path("/policies"), body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/message")).contains("names nowhere");
  }

  @Test
  void a_credential_lies_in_secrets_manager_where_no_environment_may_be() {
    String token = slack(conversation);
    assertThat(World.SECRETS.text("countersign-channels/" + scene.project() + "/slack"))
        .isEqualTo(token);
    assertThat(ada.get(scene.path("/channels/slack")).text("/lastFour")).isEqualTo("alue");
  }

  private String slack(String place) {
    String token = "xoxb-" + Text.value();
    made("slack", Map.of("kind", "SLACK", "conversation", place, "token", token));
    return token;
  }

  private void teams() {
    made("teams", Map.of("kind", "TEAMS", "webhook", webhook));
  }

  private void made(String channel, Map<String, Object> body) {
    Answer made = ada.put(scene.path("/channels/" + channel), body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  private void policy(String... channels) {
    Map<String, Object> body = new TreeMap<>(scene.policyBody(1));
    body.put("channels", List.of(channels));
    scene.policy(body);
  }

  private static List<ChatMessage> until(String place, Predicate<List<ChatMessage>> so) {
    return await("messages at " + place)
        .atMost(Duration.ofSeconds(60))
        .until(() -> World.stack().chat().at(place), so);
  }

  private static List<String> told(JsonNode page) {
    List<String> told = new ArrayList<>();
    page.path("deliveries")
        .forEach(
            each ->
                told.add(
                    "%s %s %s"
                        .formatted(
                            each.path("event").asText(),
                            each.has("chat")
                                ? each.path("chat").asText()
                                : each.at("/person/id").asText(),
                            each.path("status").asText())));
    return told;
  }
}
