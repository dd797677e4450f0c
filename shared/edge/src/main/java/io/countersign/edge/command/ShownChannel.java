package io.countersign.edge.command;

import io.countersign.channel.Condition;
import io.countersign.channel.Health;
import io.countersign.channel.Seen;
import io.countersign.channel.Trial;
import io.countersign.edge.command.Answers.Names;
import io.countersign.json.Json;
import io.countersign.project.Channel;
import io.countersign.wire.ChannelJson;

/**
 * A channel as answers show it: never its credential.
 *
 * @param condition of the channel as it is
 */
public record ShownChannel(Channel channel, Condition condition) {
  public Json json(Names names) {
    Health health = condition.health();
    return ChannelJson.place(channel)
        .put("state", health == null ? "UNUSED" : health.broken() == null ? "WORKING" : "BROKEN")
        .put("reason", health == null ? null : health.broken())
        .put("since", health == null ? null : health.at())
        .put("test", test(names))
        .put("version", channel.version())
        .build();
  }

  private Json test(Names names) {
    Trial trial = condition.trial();
    return trial == null
        ? new Json.Null()
        : Json.object()
            .put("by", Answers.actor(trial.by(), names))
            .put("at", trial.at())
            .put("status", trial.status().name())
            .put("reason", trial.reason())
            .put("seen", seen(names))
            .build();
  }

  private Json seen(Names names) {
    Seen seen = condition.seen();
    return seen == null
        ? new Json.Null()
        : Json.object().put("by", Answers.actor(seen.by(), names)).put("at", seen.at()).build();
  }
}
