package io.countersign.notify.chat;

import io.countersign.channel.Postings;
import io.countersign.channel.Root;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;

/** One message a request and channel, edited as the request moves on; details are its answers. */
final class Slack implements Messenger {
  private final SlackApi api;
  private final Postings postings;

  Slack(SlackApi api, Postings postings) {
    this.api = api;
    this.postings = postings;
  }

  @Override
  public Outcome tell(Channel channel, String token, Bulletin news) {
    String conversation = conversation(channel);
    Root root = postings.root(news.request(), channel.id());
    if (root == null || !root.conversation().equals(conversation)) {
      return begin(channel.id(), conversation, token, news);
    }
    if (news.way() != Way.COMMENT && root.shows() < news.version()) {
      Outcome edited =
          api.update(
              token,
              conversation,
              root.message(),
              SlackBlocks.text(news),
              SlackBlocks.blocks(news));
      switch (edited) {
        case Outcome.Sent _ -> postings.remember(root.showing(news.version()));
        case Outcome.Gone _ -> {
          return begin(channel.id(), conversation, token, news);
        }
        case Outcome.Broken _, Outcome.Later _ -> {
          return edited;
        }
      }
    }
    if (news.way() == Way.VOTE) {
      return new Outcome.Sent(root.message());
    }
    return settled(
        api.post(
            token,
            conversation,
            root.message(),
            "%s#%d#%s".formatted(news.request(), news.sequence(), channel.id()),
            SlackText.escaped(news.news()),
            null));
  }

  private Outcome begin(ChannelId channel, String conversation, String token, Bulletin news) {
    Outcome posted =
        settled(
            api.post(
                token,
                conversation,
                null,
                "%s#%s#%s".formatted(news.request(), channel, conversation),
                SlackBlocks.text(news),
                SlackBlocks.blocks(news)));
    if (posted instanceof Outcome.Sent(String ts) && ts != null) {
      postings.remember(new Root(news.request(), channel, conversation, ts, news.version()));
    }
    return posted;
  }

  /** What is posted anew cannot be gone. */
  private static Outcome settled(Outcome posted) {
    return posted instanceof Outcome.Gone ? new Outcome.Broken("Slack refused it") : posted;
  }

  @Override
  public Outcome test(Channel channel, String token, String words) {
    return settled(
        api.post(token, conversation(channel), null, words, SlackText.escaped(words), null));
  }

  private static String conversation(Channel channel) {
    return switch (channel.place()) {
      case Channel.Place.Slack(String conversation) -> conversation;
      case Channel.Place.Teams _ -> throw new IllegalArgumentException("a channel of Teams");
    };
  }
}
