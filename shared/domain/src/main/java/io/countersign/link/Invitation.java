package io.countersign.link;

import io.countersign.revision.Digest;
import java.util.random.RandomGenerator;

/** The secret half of a link, for one mail and nothing else. */
public record Invitation(LinkToken token, LinkCode code) {
  /** A fresh one for each mail that is sent, also when the same one is sent again. */
  public static Invitation from(RandomGenerator random) {
    return new Invitation(LinkToken.from(random), LinkCode.from(random));
  }

  /**
   * The half that is kept.
   *
   * @param grounds on which its person is sent it
   */
  public Link to(Ballot ballot, Digest digest, String grounds) {
    return new Link(
        token.hash(),
        code.under(token),
        ballot.request(),
        digest,
        ballot.person(),
        ballot.turn(),
        grounds);
  }
}
