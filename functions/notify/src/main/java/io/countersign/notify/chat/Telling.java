package io.countersign.notify.chat;

import io.countersign.channel.Condition;
import io.countersign.channel.Conditions;
import io.countersign.channel.Health;
import io.countersign.channel.Postings.Tried;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.project.Channel;
import io.countersign.project.ProjectId;
import io.countersign.vault.Credentials;
import io.countersign.vault.VaultUnavailable;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Uses a channel, and writes down whether it works: where that fails nothing else does. */
final class Telling {
  private static final String NO_CREDENTIAL =
      "its token or webhook is not in Secrets Manager any more: save it again";

  private final Credentials credentials;
  private final Conditions conditions;
  private final Slack slack;
  private final Teams teams;
  private final InstantSource clock;

  Telling(Chat chat, InstantSource clock) {
    this.credentials = chat.credentials();
    this.conditions = chat.conditions();
    this.slack = new Slack(new SlackApi(chat.poster(), chat.slack()), chat.postings());
    this.teams = new Teams(chat.poster());
    this.clock = clock;
  }

  /**
   * Does it with the channel's messenger and credential.
   *
   * @param way what is to be done with them
   */
  Outcome by(ProjectId project, Channel channel, BiFunction<Messenger, String, Outcome> way) {
    try {
      String credential =
          credentials.read(project, channel.id().value(), channel.credential().secretVersion());
      return credential == null
          ? new Outcome.Broken(NO_CREDENTIAL)
          : way.apply(messenger(channel), credential);
    } catch (VaultUnavailable e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "Secrets Manager is away");
      return new Outcome.Later(why, Passing.SOON, Tried.IN_VAIN);
    }
  }

  private Messenger messenger(Channel channel) {
    return switch (channel.kind()) {
      case SLACK -> slack;
      case TEAMS -> teams;
    };
  }

  /** Notes what the outcome says of the channel, once it is written down what was sent there. */
  void note(ProjectId project, Channel channel, Outcome outcome) {
    try {
      switch (outcome) {
        case Outcome.Sent _ -> health(project, channel, null);
        case Outcome.Broken(String reason) -> health(project, channel, reason);
        case Outcome.Later _, Outcome.Gone _ -> {}
      }
    } catch (Unavailable e) {
      Log.fault("channel-health", e);
    }
  }

  /** Whether it is not known yet that the channel is broken. */
  boolean isNews(ProjectId project, Channel channel) {
    Health known = health(project, channel);
    return known == null || known.broken() == null;
  }

  private @Nullable Health health(ProjectId project, Channel channel) {
    return conditions.of(project).getOrDefault(channel.id(), Condition.NEW).of(channel).health();
  }

  /** Only where it is not known yet. */
  private void health(ProjectId project, Channel channel, @Nullable String broken) {
    Health known = health(project, channel);
    if (known == null || !Objects.equals(known.broken(), broken)) {
      conditions.put(project, new Health(channel.id(), channel.version(), broken, clock.instant()));
    }
  }
}
