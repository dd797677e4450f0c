package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.edge.queue.Messages;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Trials;
import io.countersign.policy.Rules;
import io.countersign.revision.RequestId;
import io.countersign.store.Store;
import io.countersign.wire.ConditionJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Hands each message to whom it is for: all mail of a batch goes before any chat is waited for, and
 * webhooks wait for no chat. Where both fail, it comes again when mail wants it.
 */
record Inbox(Store store, Mails mails, Hooks hooks, Chats chats, Trials trials)
    implements NotifyHandler.Work {
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
      RequestId request =
          Fields.of(Events.object(body, "detail")).typed("request", RequestId::parse);
      Rules rules = Objects.requireNonNull(store.rules(request.project()), "its project");
      hooks.take(body, rules);
      chats.take(body, rules);
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
