package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.edge.queue.Messages;
import io.countersign.json.Json;
import io.countersign.notify.chat.Shift;
import io.countersign.wire.RoundJson;
import java.time.Duration;
import java.util.List;

/** Who mails: by who sent the message and what it is called. */
record Mails(Shift shift, Notices notices, Nudges nudges, Reports reports, Fallback fallback)
    implements NotifyHandler.Work {
  /** Whether the message is an event of a request, which others are told of too. */
  static boolean isEvent(Json.Obj envelope) {
    return !isReport(envelope) && !isNudge(envelope);
  }

  private static boolean isReport(Json.Obj envelope) {
    return Events.text(envelope, "source").equals("aws.ses");
  }

  private static boolean isNudge(Json.Obj envelope) {
    return Events.text(envelope, "detail-type").equals(RoundJson.DUE);
  }

  @Override
  public void begin(Duration left) {
    shift.begin(left);
  }

  @Override
  public List<Messages.Task> tasks() {
    return List.of(this::take);
  }

  void take(Json.Obj envelope) {
    shift.goOn();
    if (isReport(envelope)) {
      reports.take(envelope);
    } else if (isNudge(envelope)) {
      nudges.take(envelope);
    } else {
      notices.take(envelope);
    }
  }

  /** A report was about what was sent: nothing is to be told of it. */
  @Override
  public void giveUp(Json.Obj envelope) {
    if (isNudge(envelope)) {
      nudges.giveUp(envelope);
    } else if (!isReport(envelope)) {
      notices.giveUp(envelope);
    }
  }
}
