package io.countersign.faults.deployed;

import io.countersign.channel.Health;
import io.countersign.notify.chat.ChatServer;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** A channel in Slack, and one in Teams. */
public final class Rooms {
  private static final ChannelId SLACK = new ChannelId("slack");
  private static final ChannelId TEAMS = new ChannelId("teams");

  private Rooms() {}

  static void in(Deployment deployment) {
    make(deployment, SLACK, new Channel.Place.Slack(ChatServer.CONVERSATION), ChatServer.TOKEN);
    make(deployment, TEAMS, new Channel.Place.Teams("127.0.0.1"), deployment.chats.webhook());
  }

  private static void make(
      Deployment deployment, ChannelId id, Channel.Place place, String credential) {
    String version = deployment.credentials.keep(Rulebook.PAYMENTS, id.value(), credential);
    Credential kept = new Credential(version, "last");
    Setting.write(
        deployment, new Entry.OfChannel(Rulebook.PAYMENTS, new Channel(id, place, kept, 1)));
  }

  /** The same policy, of whose requests both are told. */
  static Policy told(Policy policy) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.name(),
        policy.targets(),
        policy.requirements(),
        policy.terms(),
        new TreeSet<>(List.of(SLACK, TEAMS)),
        policy.version());
  }

  /** Nothing is known of them as they are now, whoever used them before. */
  public static void unknown(Deployment deployment) {
    for (ChannelId each : List.of(SLACK, TEAMS)) {
      deployment.conditions.put(Rulebook.PAYMENTS, new Health(each, 0, null, Instant.EPOCH));
    }
  }
}
