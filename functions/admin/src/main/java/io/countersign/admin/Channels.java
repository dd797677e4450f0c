package io.countersign.admin;

import io.countersign.channel.Condition;
import io.countersign.channel.Conditions;
import io.countersign.channel.Seen;
import io.countersign.channel.Trial;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.ShownChannel;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.vault.Credentials;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes channels, and has them tried. */
final class Channels {
  private final Chat chat;
  private final InstantSource clock;

  Channels(Chat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  /**
   * What channels need besides the rules.
   *
   * @param trials sends test messages
   * @param webhooks where they may be
   */
  record Chat(
      Credentials credentials,
      Conditions conditions,
      BiConsumer<ProjectId, Trial> trials,
      Origins webhooks) {}

  /** The credential is kept before the transaction that names its version. */
  Draft put(HttpRequest http) {
    ChannelId id = http.parameter("channel", ChannelId::new);
    ProjectId project = http.parameter("project", ProjectId::of);
    ChannelBody body = ChannelBody.of(http.fields(), chat.webhooks());
    Keeping keeping = new Keeping(chat.credentials(), project, id.value());
    return new Draft(
        project,
        sight -> {
          Channel before = sight.project().channel(id);
          sight.requires(Permission.DESTINATIONS_WRITE);
          long version = Versions.next(http, before == null ? 0 : before.version());
          Channel.Place place = body.placed(before);
          Channel channel = new Channel(id, place, credential(before, body, keeping), version);
          return new Draft.Written(
              new Edit.OfChannel(project, before, channel),
              Versions.answer(
                  new ShownChannel(channel, Condition.NEW).json(sight.directory()::nameOf),
                  version));
        });
  }

  /** Sends a test message; what becomes of it is shown with the channel. */
  Draft test(HttpRequest http) {
    return new Draft(
        http.parameter("project", ProjectId::of),
        sight -> {
          Channel channel = present(http, sight);
          ProjectId project = sight.project().project().id();
          Trial trial =
              Trial.asked(channel.id(), channel.version(), sight.actor().id(), clock.instant());
          Condition before = condition(project, channel);
          chat.conditions().put(project, trial);
          chat.trials().accept(project, trial);
          return answer(202, channel, new Condition(before.health(), trial, null), sight);
        });
  }

  /** That the caller saw the test message: the one proof of a webhook that there is. */
  Draft confirm(HttpRequest http) {
    return new Draft(
        http.parameter("project", ProjectId::of),
        sight -> {
          Channel channel = present(http, sight);
          ProjectId project = sight.project().project().id();
          if (!(sight.actor().id() instanceof PersonId person)) {
            throw Problem.of(403, "not-a-person", "Only a person can have seen the message.")
                .asException();
          }
          Condition before = condition(project, channel);
          Trial trial = before.trial();
          if (trial == null || trial.status() == Trial.Status.FAILED) {
            throw Problem.of(
                    409, "not-tested", "No test message was sent to this channel as it is.")
                .asException();
          }
          Seen seen = new Seen(channel.id(), trial.at(), person, clock.instant());
          chat.conditions().put(project, seen);
          return answer(200, channel, new Condition(before.health(), trial, seen), sight);
        });
  }

  private static Channel present(HttpRequest http, Sight sight) {
    Channel channel = sight.project().channel(http.parameter("channel", ChannelId::new));
    sight.requires(Permission.DESTINATIONS_WRITE);
    if (channel == null) {
      throw Problem.notFound().asException();
    }
    return channel;
  }

  private Condition condition(ProjectId project, Channel channel) {
    return chat.conditions().of(project).getOrDefault(channel.id(), Condition.NEW).of(channel);
  }

  private static Draft.Written answer(
      int status, Channel channel, Condition condition, Sight sight) {
    return new Draft.Written(
        null,
        HttpResponse.json(
            status, new ShownChannel(channel, condition).json(sight.directory()::nameOf)));
  }

  private static Credential credential(
      @Nullable Channel before, ChannelBody body, Keeping keeping) {
    return body.secret() == null
        ? Objects.requireNonNull(before).credential()
        : keeping.credential(body.secret());
  }
}
