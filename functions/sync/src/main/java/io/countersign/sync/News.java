package io.countersign.sync;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.outbox.EventLog;
import io.countersign.project.Destination;
import io.countersign.sync.webhook.Webhooks;

/** Tells webhooks of what happens to requests. */
final class News {
  private final EventLog log;
  private final Webhooks webhooks;

  News(EventLog log, Webhooks webhooks) {
    this.log = log;
    this.webhooks = webhooks;
  }

  void tell(Cargo.News news, Lane lane, Destination destination) {
    String stored = log.events(news.request(), news.sequence() - 1, 1).getFirst();
    webhooks.tell(lane, destination, news.request() + "#" + news.sequence(), stored);
  }
}
