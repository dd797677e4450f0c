package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.revision.DocumentBase;
import java.util.Map;

/**
 * A document as it was when the change was asked for.
 *
 * @param base which secret and version that was; without ARN when there was none
 * @param content {@link Document#EMPTY} when there was none
 * @param copied the members that are to be copied into it, by the key that gets their value
 */
public record Found(DocumentBase base, Document content, Map<String, Member> copied) {
  /** A document that nothing is copied into. */
  public Found(DocumentBase base, Document content) {
    this(base, content, Map.of());
  }

  /** The same, with what is to be copied into it. */
  public Found with(Map<String, Member> members) {
    return new Found(base, content, members);
  }
}
