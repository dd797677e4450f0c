package io.countersign.link;

import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ballots, and the links that lead to them. A ballot is used up in the transaction of its vote: by
 * a {@code Commit} that spends it.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Ballots {
  /**
   * Puts a ballot in the place of an earlier mail's, whose links are void from then on.
   *
   * @return the ballot that is there for that mail, perhaps since it was sent before; null when a
   *     later mail has one
   */
  @Nullable Ballot open(Ballot fresh);

  /** Keeps a link for as long as its ballot. */
  void keep(Link link, Ballot ballot);

  /** The link of a token's hash, or null. */
  @Nullable Link find(String token);

  /** The ballot that a person has of a request, or null. */
  @Nullable Ballot of(RequestId request, PersonId person);

  /**
   * Takes one try, before the code is looked at, so that no two at once have the same.
   *
   * @return the ballot after it; null when the link's is not open any more, or is another mail's
   */
  @Nullable Ballot take(Link link, Instant now);
}
