package io.countersign.policy;

/**
 * One thing that a policy asks for and those that count instead of it do not.
 *
 * @param from what it asks for, in words that the policy itself has
 * @param to what is asked for instead
 */
public record Lowered(What what, String from, String to) {
  /** What can be lowered. */
  public enum What {
    /** Fewer approvals are needed. */
    APPROVALS("approvals", "approvals needed"),
    /** People may approve who may not by the policy itself. */
    APPROVERS("approvers", "who may approve"),
    /** As many of the same people, but no longer so many of each set. */
    REQUIREMENTS("requirements", "who must approve"),
    /** Authors may approve. */
    SELF_APPROVAL("selfApproval", "authors may approve"),
    /** More rejections are needed to end a request. */
    DECLINE_AFTER("declineAfter", "rejections that end a request"),
    /** Requests stay open for longer. */
    PENDING_FOR("pendingFor", "requests stay open for"),
    /** Agreed requests may wait for longer. */
    MERGE_WITHIN("mergeWithin", "agreed requests may be merged for"),
    /** Nobody has to merge what is agreed. */
    AUTO_MERGE("autoMerge", "agreed requests merge by themselves"),
    /** More authors may do without approval. */
    BYPASS("bypass", "who may bypass the approvers"),
    /** Approvers are shown proposed values. */
    APPROVERS_MAY_REVEAL("approversMayReveal", "approvers may see proposed values"),
    /** Approvers need not sign in. */
    LINK_VOTING("linkVoting", "approvers may vote by mail"),
    /** Access lasts for longer. */
    MAX_DURATION("maxDuration", "access lasts for"),
    /** Nobody has to say why access is asked for. */
    REASON_REQUIRED("reasonRequired", "access without a reason");

    private final String code;
    private final String words;

    What(String code, String words) {
      this.code = code;
      this.words = words;
    }

    public String code() {
      return code;
    }
  }

  static Lowered of(What what, boolean from, boolean to) {
    return new Lowered(what, from ? "yes" : "no", to ? "yes" : "no");
  }

  /** For people. */
  public String message() {
    return what.words + ": " + to + " instead of " + from;
  }
}
