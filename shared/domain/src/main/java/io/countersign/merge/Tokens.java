package io.countersign.merge;

import io.countersign.name.Token;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;

/**
 * The tokens that name our versions: the same request, digest, secret and base always give the same
 * token, so the same bytes.
 */
record Tokens(RequestId request, Digest digest) {
  static Tokens of(Revision revision) {
    return new Tokens(revision.request(), revision.digest());
  }

  /** Of the {@code {}} that a new secret begins with. */
  String creation(String secretName) {
    return token(secretName, "new");
  }

  /**
   * Of a version with the change.
   *
   * @param fresh whether the content of the base counts as none: then it means other bytes
   */
  String change(String arn, String base, boolean fresh) {
    return fresh ? token(arn, base, "fresh") : token(arn, base);
  }

  /** Of a version that takes a move back. */
  String undo(String base, Progress.Intended move) {
    return token(move.arn(), base, "undo", move.ours());
  }

  private String token(String... rest) {
    String[] parts = new String[rest.length + 2];
    parts[0] = request.toString();
    parts[1] = digest.hex();
    System.arraycopy(rest, 0, parts, 2, rest.length);
    return Token.of(parts);
  }
}
