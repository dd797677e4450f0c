package io.countersign.admin;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.project.Channel;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the body has it.
 *
 * @param place null where a webhook stays as it is, because only it says where it is
 * @param secret the token or webhook, or null where the present one stays
 */
record ChannelBody(Channel.Kind kind, Channel.@Nullable Place place, @Nullable String secret) {
  private static final Pattern CONVERSATION = Pattern.compile("[CG][A-Z0-9]{6,20}");
  private static final Pattern TOKEN = Pattern.compile("xoxb-[A-Za-z0-9-]{10,250}");
  private static final int LONGEST_WEBHOOK = 2000;

  static ChannelBody of(Fields body, Origins webhooks) {
    ChannelBody channel =
        switch (body.choice("kind", Channel.Kind.class)) {
          case SLACK -> slack(body);
          case TEAMS -> teams(body, webhooks);
        };
    body.end();
    return channel;
  }

  private static ChannelBody slack(Fields body) {
    String conversation = body.text("conversation");
    String token = body.optionalText("token");
    if (!CONVERSATION.matcher(conversation).matches()) {
      throw new InvalidField(
          "conversation",
          "conversation",
          "must be a channel's id as Slack shows it under the channel's details, such as C024BE91L");
    }
    if (token != null && !TOKEN.matcher(token).matches()) {
      throw new InvalidField("token", "token", "must be a bot token, which begins with xoxb-");
    }
    return new ChannelBody(Channel.Kind.SLACK, new Channel.Place.Slack(conversation), token);
  }

  private static ChannelBody teams(Fields body, Origins webhooks) {
    String webhook = body.optionalText("webhook");
    return webhook == null
        ? new ChannelBody(Channel.Kind.TEAMS, null, null)
        : new ChannelBody(
            Channel.Kind.TEAMS, new Channel.Place.Teams(host(webhook, webhooks)), webhook);
  }

  /** The words never quote the address, because it is the credential. */
  private static String host(String webhook, Origins webhooks) {
    try {
      URI address = new URI(webhook);
      if (webhook.length() <= LONGEST_WEBHOOK
          && address.getRawFragment() == null
          && webhooks.allow(address)) {
        return address.getHost();
      }
    } catch (URISyntaxException e) {
      throw new InvalidField("webhook", "webhook", "must be the address of a webhook");
    }
    throw new InvalidField(
        "webhook",
        "not-allowed",
        "must lie at an address that this deployment allows: " + webhooks);
  }

  /**
   * Where the channel is to be.
   *
   * @param before the channel as it is, or null for a new one
   * @throws InvalidField where something is missing, or would make it another channel
   */
  Channel.Place placed(@Nullable Channel before) {
    if (before != null && before.kind() != kind) {
      throw new InvalidField("kind", "fixed", "cannot change once it is set");
    }
    if (before == null && secret == null) {
      throw new InvalidField(
          kind == Channel.Kind.SLACK ? "token" : "webhook", "required", "is missing");
    }
    return place != null ? place : Objects.requireNonNull(before).place();
  }
}
