package io.countersign.wire;

import io.countersign.channel.Health;
import io.countersign.channel.Seen;
import io.countersign.channel.Trial;
import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import java.time.Instant;

/** How channels are, as stored. */
public final class ConditionJson {
  /** What a message is called by which notify is told to send a test message. */
  public static final String TEST = "Channel Test";

  private ConditionJson() {}

  /** That message. */
  public static Json.Obj message(ProjectId project, Trial trial) {
    return Json.object()
        .put("source", "countersign")
        .put("detail-type", TEST)
        .put(
            "detail",
            Json.object()
                .put("project", project.value())
                .put("channel", trial.channel().value())
                .put("at", trial.at())
                .build())
        .build();
  }

  public static Json.Obj write(Health health) {
    return Json.object()
        .put("channel", health.channel().value())
        .put("version", health.version())
        .put("broken", health.broken())
        .put("at", health.at())
        .build();
  }

  public static Health health(Json stored) {
    Fields json = Fields.of(stored);
    return new Health(
        json.typed("channel", ChannelId::new),
        json.number("version"),
        json.optionalText("broken"),
        json.typed("at", Instant::parse));
  }

  public static Json.Obj write(Trial trial) {
    return Json.object()
        .put("channel", trial.channel().value())
        .put("version", trial.version())
        .put("by", trial.by().value())
        .put("at", trial.at())
        .put("status", trial.status().name())
        .put("reason", trial.reason())
        .build();
  }

  public static Trial trial(Json stored) {
    Fields json = Fields.of(stored);
    return new Trial(
        json.typed("channel", ChannelId::new),
        json.number("version"),
        json.typed("by", ActorId::of),
        json.typed("at", Instant::parse),
        json.choice("status", Trial.Status.class),
        json.optionalText("reason"));
  }

  public static Json.Obj write(Seen seen) {
    return Json.object()
        .put("channel", seen.channel().value())
        .put("trial", seen.trial())
        .put("by", seen.by().value())
        .put("at", seen.at())
        .build();
  }

  public static Seen seen(Json stored) {
    Fields json = Fields.of(stored);
    return new Seen(
        json.typed("channel", ChannelId::new),
        json.typed("trial", Instant::parse),
        json.typed("by", PersonId::new),
        json.typed("at", Instant::parse));
  }
}
