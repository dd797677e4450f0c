package io.countersign.notify;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.MailerUnavailable;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.notify.letter.Letter;
import io.countersign.notify.letter.Links;
import io.countersign.revision.RequestId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** Delivers a letter to each of its readers once, and writes down what became of it. */
final class Post {
  private final Deliveries deliveries;
  private final Mailer mailer;
  private final Links links;
  private final Inviting inviting;
  private final InstantSource clock;

  Post(Deliveries deliveries, Mailer mailer, Links links, Inviting inviting, InstantSource clock) {
    this.deliveries = deliveries;
    this.mailer = mailer;
    this.links = links;
    this.inviting = inviting;
    this.clock = clock;
  }

  /**
   * Delivers to everybody who has not been told yet, and says whether all of them were told.
   *
   * @throws MailerUnavailable when it has to be tried again
   * @throws Unfinished when somebody else is at it and may not come to the end
   */
  Round deliver(News news, Letter letter) {
    boolean unfinished = false;
    Round round = Round.ALL_SENT;
    for (PersonId reader : letter.readers().keySet()) {
      Delivery queued =
          Delivery.queued(news.state().id(), news.sequence(), news.word(), reader, clock.instant());
      switch (deliveries.claim(queued)) {
        case TAKEN -> {
          Delivery ended = send(queued, news, letter);
          deliveries.end(ended);
          round = ended.missed() ? Round.TO_BE_LOOKED_AT : round;
        }
        case IN_OTHER_HANDS -> unfinished = true;
        case ENDED -> round = Round.TO_BE_LOOKED_AT;
      }
    }
    if (unfinished) {
      throw new Unfinished();
    }
    return round;
  }

  private Delivery send(Delivery queued, News news, Letter letter) {
    Person person = news.directory().person(queued.person());
    String hindrance = Reachable.hindrance(person);
    if (hindrance != null) {
      return queued.failed(hindrance, clock.instant());
    }
    Mail mail = mail(Objects.requireNonNull(person).email(), queued, news, letter);
    try {
      return switch (mailer.send(mail)) {
        case Mailer.Sending.Accepted(String id) -> queued.sent(id, clock.instant());
        case Mailer.Sending.Refused(String why) -> queued.failed(why, clock.instant());
      };
    } catch (MailerUnavailable e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "the mail service is away");
      deliveries.giveBack(queued.waiting(why, clock.instant()));
      throw e;
    }
  }

  private Mail mail(String address, Delivery queued, News news, Letter letter) {
    RequestId request = queued.request();
    Letter.Written written =
        letter.to(
            queued.person(),
            news.revision(),
            news.directory(),
            inviting.to(queued.person(), news, letter.turn()));
    return new Mail(
        address,
        written.subject(),
        written.html(),
        written.text(),
        links.thread(request),
        Map.of(
            "request", request.toString(),
            "event", tag(queued.event()),
            "delivery", queued.sequence() + "-" + queued.person()));
  }

  /** An event's word as a tag, which has no spaces. */
  private static String tag(String word) {
    return word.replace(' ', '-');
  }

  /** The word that was made a tag. */
  static String word(String tag) {
    return tag.replace('-', ' ');
  }

  /** What came of telling everybody. */
  enum Round {
    ALL_SENT,
    /** Somebody was not told, now or perhaps before. */
    TO_BE_LOOKED_AT
  }

  /** Somebody else has a delivery of the event in hand: it comes again to see it ended. */
  static final class Unfinished extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
