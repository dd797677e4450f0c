package io.countersign.sync;

import io.countersign.channel.Poster;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The other side of webhooks in memory. */
final class FakePoster implements Poster {
  final List<Post> posts = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  record Post(URI address, Map<String, String> headers, String json) {}

  /** The next post is answered so; what is not said is answered well. */
  void answer(int status, int retryAfter) {
    answers.add(new Answer(status, retryAfter, ""));
  }

  @Override
  public synchronized Answer post(URI address, Map<String, String> headers, String json) {
    posts.add(new Post(address, headers, json));
    Answer next = answers.poll();
    if (next == null) {
      return new Answer(204, 0, "");
    }
    if (next.status() == 0) {
      throw new NoAnswer("no answer: timed out");
    }
    return next;
  }
}
