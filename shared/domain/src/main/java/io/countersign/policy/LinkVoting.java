package io.countersign.policy;

/** Whether approvers may vote by the link in their mail, without signing in (design §6). */
public enum LinkVoting {
  /** The link leads to the page, where they sign in. */
  OFF,
  /** With the code that stands in the mail's text and not in its link. */
  WITH_CODE
}
