package io.countersign.notify.chat;

import io.countersign.channel.Poster;
import io.countersign.channel.Postings.Tried;
import io.countersign.project.Channel;
import java.net.URI;
import java.time.Duration;

/** A card for what is new, decided, gone around or failed: a webhook can edit none. */
final class Teams implements Messenger {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Poster poster;

  Teams(Poster poster) {
    this.poster = poster;
  }

  @Override
  public Outcome tell(Channel channel, String webhook, Bulletin news) {
    return post(
        webhook, news.way() == Way.ASK ? TeamsCards.asking(news) : TeamsCards.telling(news));
  }

  @Override
  public Outcome test(Channel channel, String webhook, String words) {
    return post(webhook, TeamsCards.test(TeamsText.escaped(words)));
  }

  private Outcome post(String webhook, String card) {
    Poster.Answer answer;
    try {
      answer = poster.post(URI.create(webhook), null, card);
    } catch (Poster.NoAnswer e) {
      return new Outcome.Later("Teams: " + e.getMessage(), SOON, Tried.PERHAPS);
    }
    if (answer.status() == 429) {
      return new Outcome.Later(
          "Teams asks to wait",
          Duration.ofSeconds(Math.max(1, answer.retryAfter())),
          Tried.IN_VAIN);
    }
    if (answer.status() >= 500) {
      return new Outcome.Later("Teams answered " + answer.status(), SOON, Tried.PERHAPS);
    }
    return answer.status() / 100 == 2
        ? new Outcome.Sent(null)
        : new Outcome.Broken(
            "Teams answered %d: see to the workflow, or save the webhook of another"
                .formatted(answer.status()));
  }
}
