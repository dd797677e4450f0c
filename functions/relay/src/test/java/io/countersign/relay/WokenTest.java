package io.countersign.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Woken;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.waiting.Keeping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private static final String PUBLISHED = "{\"batchItemFailures\":[]}";

  private final Settled settled = new Settled();
  private final Revision revision = settled.open();
  private final Cursor outbox = new Cursor();
  private final List<String> bus = new ArrayList<>();
  private final RelayHandler handler =
      new RelayHandler(
          new Relay(
              new Keeping(settled.tables.store(), settled.tables.waiting(), Pauses.contention()),
              new Publishing(
                  outbox,
                  details -> {
                    bus.addAll(details);
                    return details.size();
                  })));

  /** Of one request, whose lists are kept before anybody asks for its cursor. */
  private final class Cursor implements Outbox {
    private final List<Runnable> meanwhile = new ArrayList<>();
    private long cursor;

    @Override
    public long cursor(RequestId request) {
      meanwhile.forEach(Runnable::run);
      meanwhile.clear();
      return cursor;
    }

    @Override
    public List<String> events(RequestId request, long after, int limit) {
      return settled.tables.catalog().events(request, after, limit);
    }

    @Override
    public void published(RequestId request, long sequence) {
      cursor = sequence;
    }

    @Override
    public List<RequestId> unpublished(Instant before, int limit) {
      return List.of();
    }
  }

  @Test
  void what_the_stream_tells_of_is_put_on_the_lists_of_those_whom_it_waits_for() {
    Woken.by("relay-stream", handler);
    for (String approver : List.of("amy", "bob")) {
      assertThat(settled.tables.catalog().waiting(People.id(approver), null, 10).requests())
          .containsExactly(settled.head().request());
    }
  }

  @Test
  void what_the_stream_tells_of_is_published_once_however_often_it_comes() {
    for (int again = 0; again < 2; again++) {
      assertThat(Woken.by("relay-stream", handler).text()).isEqualTo(PUBLISHED);
      assertThat(bus).hasSize(1);
      assertThat(outbox.cursor).isEqualTo(1);
    }
  }

  @Test
  void what_is_not_on_the_lists_yet_stays_behind_the_cursor_so_that_it_is_found() {
    outbox.meanwhile.add(
        () ->
            settled.happens(
                Commit.of(
                    Proposals.ONE,
                    settled.head(),
                    List.of(
                        new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, "")),
                    Instant.now())));
    Woken.by("relay-stream", handler);
    assertThat(settled.tables.waiting().noted(Proposals.ONE).sequence()).isEqualTo(1);
    assertThat(outbox.cursor).isEqualTo(1);
    Woken.by("relay-stream", handler);
    assertThat(settled.tables.waiting().noted(Proposals.ONE).sequence()).isEqualTo(2);
    assertThat(bus).hasSize(2);
    assertThat(outbox.cursor).isEqualTo(2);
  }
}
