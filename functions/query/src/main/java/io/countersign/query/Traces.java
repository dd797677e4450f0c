package io.countersign.query;

import io.countersign.json.Json;

/** What became of a request outside: mails and destinations. */
interface Traces {
  Json syncs(Look look);

  Json deliveries(Look look);
}
