package io.countersign.notify;

import io.countersign.directory.PersonId;
import io.countersign.notify.letter.Letter;
import java.util.Collections;
import java.util.SortedMap;

/** Has a letter delivered, and sees to it that it does not stay unheard. */
record Dispatch(Post post, Unheard unheard) {
  private static final SortedMap<PersonId, String> NOBODY = Collections.emptySortedMap();

  void tell(News news, Letter letter) {
    SortedMap<PersonId, String> gone = letter.readers().isEmpty() ? news.gone() : NOBODY;
    post.withhold(news, gone);
    if (post.deliver(news, letter) == Post.Round.TO_BE_LOOKED_AT || !gone.isEmpty()) {
      look(news);
    }
  }

  /** The last of what can be done for it: whoever is still to be told is not. */
  void giveUp(News news, Letter letter) {
    post.giveUp(news, letter);
    look(news);
  }

  private void look(News news) {
    unheard.look(news.state().id(), news.sequence(), news.word(), news.event());
  }
}
