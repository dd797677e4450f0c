package io.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Events;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.name.Token;
import io.countersign.revision.Revision;
import io.countersign.sample.Proposals;
import io.countersign.sample.Settled;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;

/** Dan at the function's door, with what it writes to. */
final class Desk {
  private static final String ISSUER =
      "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI";
  private static final String DAN = "7d0e5a1c-0f3e-4d0b-9c56-2f7a4f6f1d10";

  final Settled settled = new Settled();
  final FakeVault vault = new FakeVault();
  final FakeProposals proposals = new FakeProposals(Instant::now);
  private final Router router =
      Wiring.router(
          settled.tables.store(), settled.tables.neighbours(), vault, proposals, Token::of);

  /** The document is there, with this content. */
  void holds(String text) {
    vault.outsider().create("prod/db", text);
  }

  /** Dan proposes; the digest of {@code payments-1}. */
  String submits(String changes) {
    Json.Obj answer = asks(changes);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    return digest(answer);
  }

  /** The answer to what Dan proposes. */
  Json.Obj asks(String changes) {
    return answer(
        Calls.to(Submitting.ROUTE)
            .body("{\"project\":\"payments\",\"title\":\"A\",\"changes\":" + changes + "}"));
  }

  /** All that is among the proposals of the present revision. */
  String kept() {
    return present().batches().stream()
        .flatMap(batch -> batch.parts().stream())
        .map(part -> proposals.read(part.name(), part.versionId()))
        .collect(Collectors.joining());
  }

  /** Dan revises {@code payments-1} with that body. */
  Json.Obj revises(String body) {
    return answer(revision(body));
  }

  /** The same under a key. */
  Json.Obj revises(String key, String body) {
    return answer(revision(body).header("idempotency-key", key));
  }

  private static Calls revision(String body) {
    return Calls.to(Revising.ROUTE).with("id", "payments-1").body(body);
  }

  private Json.Obj answer(Calls call) {
    return JsonText.object(
        router.answer(call.claim("iss", ISSUER).claim("sub", DAN).event()).text());
  }

  /** The body of a rebase. */
  static String rebase(String digest) {
    return "{\"digest\":\"" + digest + "\",\"keep\":\"all\",\"base\":\"present\"}";
  }

  static String digest(Json.Obj answer) {
    return Events.text(JsonText.object(Woken.body(answer)), "digest");
  }

  static String code(Json.Obj answer) {
    return Events.text(JsonText.object(Woken.body(answer)), "code");
  }

  /** The present revision. */
  Revision present() {
    return Objects.requireNonNull(
        settled.tables.store().revision(Proposals.ONE, settled.head().request().digest()));
  }
}
