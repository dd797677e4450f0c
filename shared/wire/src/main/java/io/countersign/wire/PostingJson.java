package io.countersign.wire;

import io.countersign.channel.Posting;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;
import java.time.Instant;

/** Postings, as stored and, beside the deliveries to people, as shown. */
public final class PostingJson {
  private PostingJson() {}

  /** As stored. */
  public static Json.Obj write(Posting posting) {
    return Json.object()
        .put("request", posting.request().toString())
        .put("sequence", posting.sequence())
        .put("event", posting.event())
        .put("channel", posting.channel().value())
        .put("kind", posting.kind().name())
        .put("status", posting.status().name())
        .put("messageId", posting.messageId())
        .put("reason", posting.reason())
        .put("at", posting.at())
        .build();
  }

  public static Posting read(Json stored) {
    Fields json = Fields.of(stored);
    return new Posting(
        json.typed("request", RequestId::parse),
        json.number("sequence"),
        json.text("event"),
        json.typed("channel", ChannelId::new),
        json.choice("kind", Channel.Kind.class),
        json.choice("status", Posting.Status.class),
        json.optionalText("messageId"),
        json.optionalText("reason"),
        json.typed("at", Instant::parse));
  }

  /** As the API shows it. */
  public static Json.Obj shown(Posting posting) {
    return Json.object()
        .put("event", posting.event())
        .put("chat", posting.channel().value())
        .put("channel", posting.kind().name())
        .put("status", posting.status().name())
        .put("reason", posting.reason())
        .put("at", posting.at())
        .build();
  }
}
