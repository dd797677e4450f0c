package io.countersign.proposal;

import io.countersign.explain.Reason;

/** What is said when the proposed values are not there, or not those that were sealed (rule 1). */
public final class Lost {
  public static final Reason VALUES =
      Reason.of(
          "values-lost",
          "The proposed values are not what was agreed on, or gone: revise the request.");

  private Lost() {}
}
