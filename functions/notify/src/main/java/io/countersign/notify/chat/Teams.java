package io.countersign.notify.chat;

import io.countersign.channel.Poster;
import io.countersign.project.Channel;
import java.net.URI;
import java.util.Map;

/** A card for what is new, decided, gone around or failed: a webhook can edit none. */
final class Teams implements Messenger {
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
      answer = poster.post(URI.create(webhook), Map.of(), card);
    } catch (Poster.NoAnswer e) {
      return Passing.later("Teams", e);
    }
    Outcome later = Passing.later("Teams", answer);
    if (later != null) {
      return later;
    }
    return answer.status() / 100 == 2
        ? new Outcome.Sent(null)
        : new Outcome.Broken(
            "Teams answered %d: see to the workflow, or save the webhook of another"
                .formatted(answer.status()));
  }
}
