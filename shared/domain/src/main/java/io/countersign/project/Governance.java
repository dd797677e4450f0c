package io.countersign.project;

/** Whether changes of a project's rules need agreement themselves (design §2, rule 13). */
public enum Governance {
  /** Explicitly without: every page says so. */
  OPT_OUT
}
