package io.countersign.notify;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.GivenUp;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.MailerUnavailable;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.notify.chat.Shift;
import io.countersign.notify.letter.Letter;
import io.countersign.notify.letter.Links;
import io.countersign.revision.RequestId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Delivers a letter to each of its readers once, and writes down what became of it. */
final class Post {
  private final Deliveries deliveries;
  private final Mailer mailer;
  private final Links links;
  private final Inviting inviting;
  private final Shift shift;
  private final InstantSource clock;

  Post(
      Deliveries deliveries,
      Mailer mailer,
      Links links,
      Inviting inviting,
      Shift shift,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.mailer = mailer;
    this.links = links;
    this.inviting = inviting;
    this.shift = shift;
    this.clock = clock;
  }

  /**
   * Delivers to everybody who has not been told yet, and says whether all of them were told. All of
   * them are claimed first: what became of one says nothing of those whose turn has not come, and
   * whom the mail service does not take keeps nobody from theirs.
   *
   * @throws MailerUnavailable when it has to be tried again
   * @throws Unfinished when somebody else is at it and may not come to the end
   */
  Round deliver(News news, Letter letter) {
    List<Delivery> taken = new ArrayList<>();
    Round round = Round.ALL_SENT;
    RuntimeException again = null;
    for (PersonId reader : letter.readers().keySet()) {
      Delivery queued = queued(news, reader);
      switch (deliveries.claim(queued)) {
        case TAKEN -> taken.add(queued);
        case IN_OTHER_HANDS -> again = new Unfinished();
        case ENDED -> round = Round.TO_BE_LOOKED_AT;
      }
    }
    for (Delivery queued : taken) {
      try {
        Delivery ended = send(queued, news, letter);
        deliveries.end(ended);
        round = ended.missed() ? Round.TO_BE_LOOKED_AT : round;
      } catch (MailerUnavailable | Shift.Over e) {
        String why = Objects.requireNonNullElse(e.getMessage(), "the mail service is away");
        deliveries.giveBack(queued.waiting(why, clock.instant()));
        again = e;
      }
    }
    if (again != null) {
      throw again;
    }
    return round;
  }

  /** Writes down that whoever was not told yet is not told any more, and why. */
  void giveUp(News news, Letter letter) {
    SortedMap<PersonId, String> waiting = new TreeMap<>();
    letter.readers().keySet().forEach(reader -> waiting.put(reader, GivenUp.why(null)));
    deliveries.of(news.state().id()).stream()
        .filter(each -> each.sequence() == news.sequence() && each.event().equals(news.word()))
        .forEach(each -> waiting.put(each.person(), GivenUp.why(each.reason())));
    withhold(news, waiting);
  }

  /** Writes down why these are not told. */
  void withhold(News news, SortedMap<PersonId, String> reasons) {
    reasons.forEach(
        (person, why) -> deliveries.end(queued(news, person).failed(why, clock.instant())));
  }

  private Delivery queued(News news, PersonId reader) {
    return Delivery.queued(
        news.state().id(), news.sequence(), news.word(), reader, clock.instant());
  }

  private Delivery send(Delivery queued, News news, Letter letter) {
    shift.goOn();
    Person person = news.directory().person(queued.person());
    String hindrance = Reachable.hindrance(person);
    if (hindrance != null) {
      return queued.failed(hindrance, clock.instant());
    }
    Mail mail = mail(Objects.requireNonNull(person).email(), queued, news, letter);
    return switch (mailer.send(mail)) {
      case Mailer.Sending.Accepted(String id) -> queued.sent(id, clock.instant());
      case Mailer.Sending.Refused(String why) -> queued.failed(why, clock.instant());
    };
  }

  private Mail mail(String address, Delivery queued, News news, Letter letter) {
    RequestId request = queued.request();
    Letter.Written written =
        letter.to(
            queued.person(),
            news.revision(),
            news.directory(),
            news.told(queued.person()),
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
