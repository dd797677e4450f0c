package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;

/** Channels, as stored, and what is shown of their place. */
public final class ChannelJson {
  private ChannelJson() {}

  /** Without the credential itself, which is nowhere but in Secrets Manager. */
  public static Json.Obj write(Channel channel) {
    return place(channel)
        .put("secretVersion", channel.credential().secretVersion())
        .put("version", channel.version())
        .build();
  }

  /** What is both stored and shown. */
  public static Json.Builder place(Channel channel) {
    Channel.Place place = channel.place();
    return Json.object()
        .put("id", channel.id().value())
        .put("kind", channel.kind().name())
        .put(
            "conversation",
            place instanceof Channel.Place.Slack(String conversation) ? conversation : null)
        .put("host", place instanceof Channel.Place.Teams(String host) ? host : null)
        .put("lastFour", channel.credential().lastFour());
  }

  public static Channel channel(Json stored) {
    Fields json = Fields.of(stored);
    Channel.Place place =
        switch (json.choice("kind", Channel.Kind.class)) {
          case SLACK -> new Channel.Place.Slack(json.text("conversation"));
          case TEAMS -> new Channel.Place.Teams(json.text("host"));
        };
    return new Channel(
        json.typed("id", ChannelId::new),
        place,
        new Credential(json.text("secretVersion"), json.text("lastFour")),
        json.number("version"));
  }
}
