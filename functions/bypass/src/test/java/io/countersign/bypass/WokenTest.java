package io.countersign.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.request.Status;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final RequestStreamHandler handler =
      new BypassHandler(Wiring.router(settled.tables.store()));

  private void anyoneMayBypass() {
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(
        Rulebook.bypass(
            new Bypass.Anyone(), Rulebook.edited(policy, Rulebook.requirement(1, "@approvers"))));
  }

  @Test
  void the_plan_is_committed_for_the_merge_function_to_carry_out() {
    anyoneMayBypass();
    String digest = settled.open().digest().hex();
    Json.Obj answer = Woken.by("bypass", digest, handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(202);
    assertThat(settled.head().request().status()).isEqualTo(Status.MERGING);
    assertThat(Objects.requireNonNull(settled.head().plan()).lease().fence()).isZero();
  }

  @Test
  void where_the_policy_does_not_let_its_author_nothing_happens() {
    String digest = settled.open().digest().hex();
    Json.Obj answer = Woken.by("bypass", digest, handler);
    assertThat(Woken.status(answer)).isEqualTo(403);
    assertThat(Woken.body(answer)).contains("\"code\":\"may-not-bypass\"", "lets nobody bypass it");
    assertThat(settled.head().request().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void another_digest_is_refused() {
    anyoneMayBypass();
    settled.open();
    assertThat(Woken.status(Woken.by("bypass", handler))).isEqualTo(409);
  }
}
