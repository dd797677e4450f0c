package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The largest that design §1 allows goes all the way; one more is refused. */
class LimitsTest {
  private final Scene scene = Scene.askingFor(1);

  private Answer submitted(Map<String, Object> submission) {
    return World.as(Person.DAN).post("v1/change-requests", submission);
  }

  private void merged(Answer answer) {
    assertThat(answer.status()).as(answer.text("/detail")).isEqualTo(201);
    Proposal proposal = new Proposal(answer.text("/id"), answer.text("/digest"));
    proposal.approve(Person.AMY);
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
  }

  private static void refused(Answer answer, String field, String rule) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
  }

  private static List<Map<String, Object>> documents(int count, int keys, String value) {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (int document = 0; document < count; document++) {
      Map<String, String> set = new TreeMap<>();
      for (int key = 0; key < keys; key++) {
        set.put("K" + key, value);
      }
      changes.add(Scene.change("/d" + document, Map.of("set", set)));
    }
    return changes;
  }

  @Test
  void twenty_documents_with_two_hundred_operations_and_500_kb_of_values() {
    // 200 values of 2,560 bytes are 500 KB.
    String value = Text.value();
    String padded = value + "x".repeat(2_560 - value.length());
    merged(submitted(scene.submission(documents(20, 10, padded))));
    assertThat(World.SECRETS.text(scene.secret("/d19"))).contains("\"K9\":\"" + padded + "\"");
    refused(submitted(scene.submission(documents(20, 10, padded + "x"))), "changes", "value-bytes");
  }

  @Test
  void a_document_of_65536_bytes() {
    String value = "é".repeat(32_700) + "x".repeat(65_536 - 65_400 - "{\"K\":\"\"}".length());
    merged(submitted(scene.submission("/db", Map.of("set", Map.of("K", value)))));
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"K\":\"" + value + "\"}");
    refused(
        submitted(scene.submission("/other", Map.of("set", Map.of("K", value + "x")))),
        "changes[0]",
        "too-large");
  }

  @Test
  void a_title_of_200_characters_and_a_message_of_4096_bytes() {
    Map<String, Object> body =
        new TreeMap<>(scene.submission("/db", Map.of("set", Map.of("K", Text.value()))));
    body.put("title", "𝄞".repeat(200));
    body.put("message", "é".repeat(2_048));
    merged(submitted(body));
  }

  @Test
  void names_of_255_characters_and_ten_segments_of_paths() {
    String key = "A_b.c-1" + "k".repeat(248);
    String path = "/A_b+c=d.e@f-1" + "/s".repeat(8) + "/" + "p".repeat(128);
    merged(submitted(scene.submission(path, Map.of("set", Map.of(key, "x")))));
    assertThat(World.SECRETS.text(scene.secret(path))).isEqualTo("{\"" + key + "\":\"x\"}");
    refused(
        submitted(scene.submission("/db", Map.of("set", Map.of(key + "k", "x")))),
        "changes[0].set." + key + "k",
        "key-name");
  }

  @Test
  void paths_that_differ_by_case_are_two_documents() {
    merged(
        submitted(
            scene.submission(
                List.of(
                    Scene.change("/db", Map.of("set", Map.of("K", "lower"))),
                    Scene.change("/DB", Map.of("set", Map.of("K", "upper")))))));
    assertThat(World.SECRETS.text(scene.secret("/db"))).contains("lower");
    assertThat(World.SECRETS.text(scene.secret("/DB"))).contains("upper");
  }

  @Test
  void two_hundred_keys_that_go_with_their_document() {
    StringBuilder text = new StringBuilder("{\"K0\":0");
    for (int n = 1; n < 200; n++) {
      text.append(",\"K").append(n).append("\":").append(n);
    }
    scene.holds("/db", text.append('}').toString());
    merged(submitted(scene.submission("/db", Map.of("deleteDocument", true))));
    assertThat(World.SECRETS.daysLeft(scene.secret("/db"))).isNotNull();
  }
}
