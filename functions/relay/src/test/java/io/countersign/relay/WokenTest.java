package io.countersign.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Woken;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Settled;
import io.countersign.waiting.Keeping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final OneEvent outbox = new OneEvent();
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

  /** One request with one event. */
  private static final class OneEvent implements Outbox {
    private static final RequestId REQUEST = RequestId.parse("payments-1");
    private long cursor;

    @Override
    public long cursor(RequestId request) {
      return cursor;
    }

    @Override
    public List<String> events(RequestId request, long after, int limit) {
      return request.equals(REQUEST) && after == 0 ? List.of("{}") : List.of();
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
    settled.open();
    Woken.by("relay-stream", handler);
    for (String approver : List.of("amy", "bob")) {
      assertThat(settled.tables.catalog().waiting(People.id(approver), null, 10).requests())
          .containsExactly(settled.head().request());
    }
  }

  @Test
  void what_the_stream_tells_of_is_published_once_however_often_it_comes() {
    for (int again = 0; again < 2; again++) {
      assertThat(Woken.by("relay-stream", handler).text()).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(bus).containsExactly("{}");
      assertThat(outbox.cursor).isEqualTo(1);
    }
  }
}
