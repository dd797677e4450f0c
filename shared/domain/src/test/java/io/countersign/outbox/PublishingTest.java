package io.countersign.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.revision.RequestId;
import io.countersign.sample.Proposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a request's events to the bus: in sequence, none left out, the cursor never ahead. */
class PublishingTest {
  private final List<String> bus = new ArrayList<>();
  private final List<Long> cursors = new ArrayList<>();
  private long cursor;
  private int stored;
  private int taken = Integer.MAX_VALUE;

  private final Outbox outbox =
      new Outbox() {
        @Override
        public long cursor(RequestId request) {
          return cursor;
        }

        @Override
        public List<String> events(RequestId request, long after, int limit) {
          assertThat(limit).isPositive();
          return IntStream.rangeClosed(1, stored)
              .skip(after)
              .limit(limit)
              .mapToObj(Integer::toString)
              .toList();
        }

        @Override
        public void published(RequestId request, long sequence) {
          cursor = sequence;
          cursors.add(sequence);
        }

        @Override
        public List<RequestId> unpublished(Instant before, int limit) {
          throw new AssertionError("nobody asks");
        }
      };

  private boolean publish(long upTo) {
    return new Publishing(
            outbox,
            details -> {
              int put = Math.min(taken, details.size());
              bus.addAll(details.subList(0, put));
              return put;
            })
        .publish(Proposals.ONE, upTo);
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  @Test
  void allGoInBatchesOfTenAndTheCursorFollows() {
    stored = 23;
    assertThat(publish(23)).isTrue();
    assertThat(bus).isEqualTo(numbers(1, 23));
    assertThat(cursors).containsExactly(10L, 20L, 23L);
  }

  @Test
  void whatComesAfterThatNumberStaysBehindTheCursor() {
    stored = 12;
    assertThat(publish(11)).isTrue();
    assertThat(bus).isEqualTo(numbers(1, 11));
    assertThat(publish(11)).isTrue();
    assertThat(publish(5)).isTrue();
    assertThat(bus).hasSize(11);
    assertThat(publish(12)).isTrue();
    assertThat(bus).isEqualTo(numbers(1, 12));
    assertThat(cursors).containsExactly(10L, 11L, 12L);
  }

  @Test
  void whatTheBusDidNotTakeComesAgain() {
    stored = 4;
    taken = 3;
    assertThat(publish(4)).isFalse();
    assertThat(cursors).containsExactly(3L);
    taken = 0;
    assertThat(publish(4)).isFalse();
    assertThat(cursors).containsExactly(3L);
    taken = 1;
    assertThat(publish(4)).isTrue();
    assertThat(bus).isEqualTo(numbers(1, 4));
  }
}
