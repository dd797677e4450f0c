package io.countersign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.sample.Settled;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final RequestStreamHandler handler =
      new VoteHandler(Wiring.router(settled.tables.store()));

  @Test
  void a_vote_on_the_digest_of_the_request_is_cast() {
    String digest = settled.open().digest().hex();
    Json.Obj answer = Woken.by("vote", digest, handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(settled.head().request().votes()).hasSize(1);
  }

  @Test
  void a_vote_on_another_digest_is_not() {
    settled.open();
    assertThat(Woken.status(Woken.by("vote", handler))).isEqualTo(409);
    assertThat(settled.head().request().votes()).isEmpty();
  }
}
