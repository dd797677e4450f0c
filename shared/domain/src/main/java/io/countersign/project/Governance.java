package io.countersign.project;

/** Whether changes of a project's rules need agreement themselves (design §2, rule 13). */
public enum Governance {
  /** Its governance policies are asked; where none is written, one other admin is. */
  POLICY,
  /** Explicitly without: every page says so. */
  OPT_OUT
}
