package io.countersign.notify;

import io.countersign.notify.letter.Letter;

/** Has a letter delivered, and sees to it that it does not stay unheard. */
record Dispatch(Post post, Unheard unheard) {
  void tell(News news, Letter letter) {
    if (post.deliver(news, letter) == Post.Round.TO_BE_LOOKED_AT) {
      unheard.look(news.state().id(), news.sequence(), news.word(), news.event());
    }
  }
}
