package io.countersign.sync;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.project.Destination;
import io.countersign.revision.RequestId;
import io.countersign.sync.webhook.Webhooks;
import java.util.List;

/** Tells webhooks of what happens to requests. */
final class News {
  private final Log log;
  private final Webhooks webhooks;

  News(Log log, Webhooks webhooks) {
    this.log = log;
    this.webhooks = webhooks;
  }

  /** Events of requests as they are stored. */
  interface Log {
    /** The exact texts of those behind a sequence number, in order. */
    List<String> events(RequestId request, long after, int limit);
  }

  void tell(Cargo.News news, Lane lane, Destination destination) {
    String stored = log.events(news.request(), news.sequence() - 1, 1).getFirst();
    webhooks.tell(lane, destination, news.request() + "#" + news.sequence(), stored);
  }
}
