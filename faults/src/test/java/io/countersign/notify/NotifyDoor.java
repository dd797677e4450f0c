package io.countersign.notify;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.Rounds;
import io.countersign.json.Json;
import io.countersign.link.Ballots;
import io.countersign.notify.chat.Chat;
import io.countersign.notify.letter.Links;
import io.countersign.outbox.Outbox;
import io.countersign.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The handler on ports that are given. */
public final class NotifyDoor {
  private NotifyDoor() {}

  public static RequestStreamHandler handler(
      Store store,
      Outbox outbox,
      Deliveries deliveries,
      Rounds rounds,
      Ballots ballots,
      Mailer mailer,
      Chat chat,
      Consumer<Json.Obj> sync,
      InstantSource clock) {
    Links links = new Links("https://countersign.example.com/");
    Inviting inviting = new Inviting(ballots, links, SecureRandom::new, clock);
    Mails mails = Wiring.mails(store, outbox, deliveries, rounds, mailer, links, inviting, clock);
    return new NotifyHandler(
        Wiring.inbox(mails, store, chat, sync, links, clock),
        new BackOff((_, _, _) -> {}, RandomGenerator.getDefault()));
  }
}
