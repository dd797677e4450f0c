package io.countersign.tests.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bad input is answered with.
 *
 * @param field of the first error, empty where the problem is about no field
 */
record Refusal(int status, String code, String field, String rule) {
  static Refusal malformed(String field, String rule) {
    return new Refusal(400, "invalid-field", field, rule);
  }

  static Refusal refused(String field, String rule) {
    return new Refusal(422, "invalid-field", field, rule);
  }

  static Refusal change(String field, String rule) {
    return new Refusal(422, "invalid-change", field, rule);
  }

  void check(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/code")).isEqualTo(code);
    List<String> errors = new ArrayList<>();
    for (JsonNode error : answer.body().path("errors")) {
      errors.add(error.path("field").asText() + " " + error.path("rule").asText());
    }
    assertThat(errors).contains(field + " " + rule);
  }
}
