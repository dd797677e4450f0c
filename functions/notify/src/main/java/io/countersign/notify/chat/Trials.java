package io.countersign.notify.chat;

import io.countersign.channel.Condition;
import io.countersign.channel.Conditions;
import io.countersign.channel.Trial;
import io.countersign.delivery.GivenUp;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.notify.letter.Said;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;

/** Sends test messages. */
public final class Trials {
  private final Store store;
  private final Conditions conditions;
  private final Telling telling;
  private final Shift shift;

  public Trials(Store store, Chat chat, Shift shift, InstantSource clock) {
    this.store = store;
    this.conditions = chat.conditions();
    this.telling = new Telling(chat, clock);
    this.shift = shift;
  }

  /**
   * One envelope; one that asks for a test that is over, or of a channel as it was, is dropped.
   *
   * @throws Chats.Unfinished when it has to be tried again
   */
  public void take(Json.Obj envelope) {
    with(envelope, this::send);
  }

  /** One that does not come again. */
  public void giveUp(Json.Obj envelope) {
    with(envelope, (project, _, trial) -> conditions.put(project, trial.failed(GivenUp.why(null))));
  }

  private interface Use {
    void of(ProjectId project, Channel channel, Trial trial);
  }

  private void with(Json.Obj envelope, Use use) {
    Fields detail = Fields.of(Events.object(envelope, "detail"));
    ProjectId project = detail.typed("project", ProjectId::new);
    ChannelId id = detail.typed("channel", ChannelId::new);
    Instant at = detail.typed("at", Instant::parse);
    Rules rules = store.rules(project);
    Channel channel = rules == null ? null : rules.channel(id);
    if (channel == null) {
      return;
    }
    Trial trial = conditions.of(project).getOrDefault(id, Condition.NEW).of(channel).trial();
    if (trial != null && trial.at().equals(at) && trial.status() == Trial.Status.QUEUED) {
      use.of(project, channel, trial);
    }
  }

  private void send(ProjectId project, Channel channel, Trial trial) {
    shift.goOn();
    String words =
        "Test of channel %s of project %s, asked for by %s, %s."
            .formatted(
                channel.id(),
                project,
                Said.name(store.directory().nameOf(trial.by())),
                Said.time(trial.at()));
    Outcome outcome =
        telling.by(
            project,
            channel,
            (messenger, credential) -> messenger.test(channel, credential, words));
    switch (outcome) {
      case Outcome.Sent _ -> conditions.put(project, trial.sent());
      case Outcome.Broken(String reason) -> conditions.put(project, trial.failed(reason));
      case Outcome.Gone _ -> conditions.put(project, trial.failed("the message is gone"));
      case Outcome.Later later -> {
        conditions.put(project, trial.waiting(later.reason()));
        throw new Chats.Unfinished(later.reason(), later.after());
      }
    }
    telling.note(project, channel, outcome);
  }
}
