package io.countersign.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import io.countersign.tests.text.Canaries;
import io.countersign.tests.text.Text;

/** A client whose every answer must be as documented, and tell no secret value. */
public record Client(Api api) {
  public Client with(String header, String value) {
    return new Client(api.with(header, value));
  }

  public Answer get(String path) {
    return checked("GET", path, "", api.get(path));
  }

  public Answer head(String path) {
    return checked("HEAD", path, "", api.head(path));
  }

  /** Posts a map, or text as it is. */
  public Answer post(String path, Object body) {
    return checked("POST", path, Text.of(body), api.post(path, Text.of(body)));
  }

  public Answer put(String path, Object body) {
    return checked("PUT", path, Text.of(body), api.put(path, Text.of(body)));
  }

  /** Puts over what is there, whatever that is. */
  public Answer edit(String path, Object body) {
    return with("If-Match", get(path).header("ETag")).put(path, body);
  }

  public Answer delete(String path) {
    return checked("DELETE", path, "", api.delete(path));
  }

  private static Answer checked(String method, String path, String body, Answer answer) {
    Contract.check(method, path, body, answer);
    if (!path.endsWith("/reveal") || answer.status() >= 300) {
      assertThat(Canaries.in(answer + " " + answer.headers())).as(method + " " + path).isEmpty();
    }
    Touched.by(method, path, answer);
    return answer;
  }
}
