package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.json.Json;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Trials;
import io.countersign.wire.ConditionJson;

/** Hands each message to whom it is for. */
record Inbox(Mails mails, Chats chats, Trials trials) implements Work {
  @Override
  public void take(Json.Obj body) {
    if (Events.text(body, "detail-type").equals(ConditionJson.TEST)) {
      trials.take(body);
    } else if (Mails.isEvent(body)) {
      both(body);
    } else {
      mails.take(body);
    }
  }

  @Override
  public void giveUp(Json.Obj body) {
    if (!Events.text(body, "detail-type").equals(ConditionJson.TEST)) {
      mails.giveUp(body);
    }
  }

  /** Neither keeps the other from being told. */
  private void both(Json.Obj event) {
    try {
      mails.take(event);
    } finally {
      chats.take(event);
    }
  }
}
