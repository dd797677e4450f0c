package io.countersign.project;

/**
 * A place in a chat that is told of a project's requests.
 *
 * @param credential what a message there needs, without it itself
 */
public record Channel(ChannelId id, Place place, Credential credential, long version) {
  /** Which chat it is in. */
  public Kind kind() {
    return switch (place) {
      case Place.Slack _ -> Kind.SLACK;
      case Place.Teams _ -> Kind.TEAMS;
    };
  }

  /** The chats there are. */
  public enum Kind {
    SLACK,
    TEAMS
  }

  /** Where in its chat. */
  public sealed interface Place {
    /**
     * A channel of a Slack workspace.
     *
     * @param conversation its id there, for example {@code C024BE91L}
     */
    record Slack(String conversation) implements Place {}

    /**
     * Wherever the workflow behind a webhook posts.
     *
     * @param host of the webhook's URL
     */
    record Teams(String host) implements Place {}
  }
}
