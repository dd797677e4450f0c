package io.countersign.project;

import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import java.util.SortedSet;

/** Keys that a rotation writes: Countersign leaves them alone in the documents there. */
public record RotatedKeys(PathGlob path, SortedSet<String> keys) {
  /** How many of these an environment may have, and how many keys each. */
  public static final int MOST = 50;

  boolean covers(DocumentPath document, String key) {
    return keys.contains(key) && path.matches(document);
  }
}
