package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.request.Event;
import io.countersign.sample.People;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who merged and is told that nothing was applied is told why, and who could clear that. */
class MergeAnswerTest {
  private final Settled settled = new Settled();
  private final MergeAnswer answers = new MergeAnswer(settled.tables.store());

  private String told() {
    HttpResponse answer = answers.of(settled.head().request());
    assertThat(answer.status()).isEqualTo(409);
    return answer.body();
  }

  private void conflicts(boolean dead) {
    var digest = settled.open().digest();
    settled.happens(
        Commit.of(
            settled.head().request().id(),
            settled.head(),
            List.of(
                Event.MergeStarted.agreed(People.id("dan"), digest, false),
                new Event.Conflicted(
                    digest, Reason.of(dead ? "keys-changed" : "document-held", "Why."), dead)),
            Instant.now()));
  }

  @Test
  void a_conflict_is_for_those_who_may_revise() {
    conflicts(true);
    assertThat(told())
        .contains("\"code\":\"keys-changed\",\"message\":\"Why.\",\"clearedBy\":[{\"id\":\"ada\"")
        .contains("\"id\":\"dan\"")
        .doesNotContain("\"id\":\"amy\"");
  }

  @Test
  void what_can_be_tried_again_is_for_those_who_may_merge() {
    conflicts(false);
    assertThat(told())
        .contains("\"id\":\"ada\"", "\"id\":\"amy\"", "\"id\":\"bob\"", "\"id\":\"dan\"");
  }

  @Test
  void what_was_never_tried_says_no_more_than_that() {
    settled.open();
    assertThat(told()).contains("\"code\":\"not-merged\"", "\"clearedBy\":[]");
  }
}
