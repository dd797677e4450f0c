package io.countersign.link;

import io.countersign.directory.PersonId;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What the table holds of a link in a mail: whom and what it is for, and nothing that it could be
 * made from.
 *
 * @param token the token's hash
 * @param code the code, bound under the token
 * @param digest of the revision that its person was asked about
 * @param turn the mail that it stood in
 * @param grounds what it was sent on, hashed: {@link Polling#grounds}
 */
public record Link(
    String token,
    String code,
    RequestId request,
    Digest digest,
    PersonId person,
    Turn turn,
    String grounds) {
  /**
   * Stands for all links that are not there: it is read as others are, and leads to no ballot, so
   * that the two are not told apart.
   */
  public static final Link NONE =
      new Link(
          "",
          "",
          new RequestId(ProjectId.of("--"), 1),
          new Digest("0".repeat(64)),
          new PersonId("--"),
          new Turn(0, 0),
          "");

  /** Whether that is the code of the mail, found in the same time whatever it is. */
  public boolean opens(LinkToken key, LinkCode tried) {
    return MessageDigest.isEqual(
        tried.under(key).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }
}
