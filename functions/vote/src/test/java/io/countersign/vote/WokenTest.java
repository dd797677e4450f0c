package io.countersign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final RequestStreamHandler handler =
      new VoteHandler(Wiring.router(settled.tables.store(), settled.tables.ballots()));

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

  @Test
  void a_vote_by_the_link_and_the_code_of_a_mail_is_cast() {
    String digest = settled.polled().digest().hex();
    Json.Obj answer = Woken.by("vote-link", digest, handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(Woken.body(answer)).contains("\"via\":\"mail\"");
    assertThat(settled.head().request().votes()).containsOnlyKeys(People.id("amy"));
    assertThat(Woken.status(Woken.by("vote-link", digest, handler))).isEqualTo(404);
  }

  @Test
  void an_approver_acknowledges_what_was_bypassed() {
    Digest digest = settled.open().digest();
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(
                new Event.MergeStarted(
                    People.id("dan"),
                    digest,
                    Event.Mode.BYPASS,
                    "Leaked this morning",
                    People.ids(),
                    true),
                new Event.Bypassed(digest, List.of())),
            Instant.now()));
    Json.Obj answer = Woken.by("vote-acknowledge", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(settled.head().request().unreviewed())
        .extracting(Request.Unreviewed::reviewed)
        .extracting(Request.Reviewed::by)
        .isEqualTo(People.id("amy"));
    assertThat(Woken.status(Woken.by("vote-acknowledge", handler))).isEqualTo(409);
  }

  @Test
  void an_approver_ends_access() {
    settled.governs(Rulebook.access(Rulebook.policy("access", Rulebook.requirement(1, "amy"))));
    settled.gives(Instant.now().plusSeconds(600));
    assertThat(settled.rules().grants()).hasSize(1);
    Json.Obj answer = Woken.by("vote-revoke", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(settled.rules().grants()).isEmpty();
    assertThat(Woken.status(Woken.by("vote-revoke", handler))).isEqualTo(409);
  }
}
