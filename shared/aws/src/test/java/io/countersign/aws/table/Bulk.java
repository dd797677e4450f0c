package io.countersign.aws.table;

import io.countersign.directory.PersonId;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Fills a table with requests as they were after their submission, many at once: for benchmarks,
 * which read what is there and do not care how it came there. Their events are left out.
 */
public final class Bulk implements AutoCloseable {
  /** DynamoDB's own limit. */
  private static final int AT_ONCE = 25;

  private static final int THREADS = 4;

  private final DynamoDbClient client;
  private final String table;
  // Whoever adds more than can be written writes, too.
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(THREADS),
          new ThreadPoolExecutor.CallerRunsPolicy());
  private final List<WriteRequest> batch = new ArrayList<>();

  public Bulk(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Adds a new request.
   *
   * @param waiting on whose lists it is
   */
  public void add(Commit submission, PersonId... waiting) {
    add(RequestItems.state(submission, 1, "0".repeat(64)));
    for (PersonId person : waiting) {
      add(
          Item.of(Keys.waiting(person), Keys.newest(submission.after()))
              .put("request", submission.after().id().toString()));
    }
  }

  /** Adds its revision. */
  public void add(Revision revision) {
    add(RequestItems.revision(revision));
  }

  private void add(Item item) {
    batch.add(WriteRequest.builder().putRequest(put -> put.item(item.values())).build());
    if (batch.size() == AT_ONCE) {
      write();
    }
  }

  private void write() {
    Map<String, List<WriteRequest>> items = Map.of(table, List.copyOf(batch));
    batch.clear();
    threads.execute(
        () -> {
          Map<String, List<WriteRequest>> left = items;
          while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> next = left;
            left =
                Objects.requireNonNull(
                    client.batchWriteItem(put -> put.requestItems(next)).unprocessedItems());
          }
        });
  }

  /** Waits until everything is written. */
  @Override
  public void close() {
    if (!batch.isEmpty()) {
      write();
    }
    threads.close();
  }
}
