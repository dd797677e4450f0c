package io.countersign.merging;

import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes calls over HTTP. */
record Reception(RuledCommands commands) {
  /** What a call comes to: the request afterwards, or null to be tried again from a fresh read. */
  interface Decision {
    @Nullable Request of(Asked asked);
  }

  /**
   * Answers a call.
   *
   * @param told what the caller is told of the request afterwards
   */
  HttpResponse answer(
      HttpRequest http, Duration left, Function<Request, HttpResponse> told, Decision decision) {
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    body.end();
    return commands.run(
        http,
        seen,
        (grounds, key) -> {
          Request after = decision.of(new Asked(grounds, seen, key, left));
          return after == null ? null : told.apply(after);
        },
        (grounds, _) -> told.apply(grounds.request()));
  }
}
