package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.edge.queue.Messages;
import io.countersign.json.Json;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Trials;
import io.countersign.wire.ConditionJson;
import java.time.Duration;
import java.util.List;

/**
 * Hands each message to whom it is for: all mail of a batch goes before any chat is waited for.
 * Where both fail, it comes again when mail wants it.
 */
record Inbox(Mails mails, Chats chats, Trials trials) implements NotifyHandler.Work {
  @Override
  public void begin(Duration left) {
    mails.begin(left);
  }

  @Override
  public List<Messages.Task> tasks() {
    return List.of(this::mail, this::post);
  }

  private void mail(Json.Obj body) {
    if (!isTrial(body)) {
      mails.take(body);
    }
  }

  private void post(Json.Obj body) {
    if (isTrial(body)) {
      trials.take(body);
    } else if (Mails.isEvent(body)) {
      chats.take(body);
    }
  }

  @Override
  public void giveUp(Json.Obj body) {
    if (isTrial(body)) {
      trials.giveUp(body);
      return;
    }
    mails.giveUp(body);
    if (Mails.isEvent(body)) {
      chats.giveUp(body);
    }
  }

  private static boolean isTrial(Json.Obj body) {
    return Events.text(body, "detail-type").equals(ConditionJson.TEST);
  }
}
