package io.countersign.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says besides where it holds and who must approve.
 *
 * @param selfApproval whether an author who is in the set counts
 * @param declineAfter how many standing rejections end a request, from 1
 * @param pendingFor how long a request may stay open
 * @param mergeWithin how long an agreed one may stay unmerged, from the moment it was first agreed;
 *     null leaves it at {@code pendingFor}
 * @param autoMerge whether it is merged by itself when it is agreed
 * @param bypass whether its author may have it merged without the agreement
 * @param approversMayReveal whether approvers are shown the proposed values if they ask
 * @param reminders how approvers are reminded, or null where they are not
 * @param linkVoting whether they may vote by the link in their mail
 * @param access what it says of access alone; null where the policy is not about access
 */
public record Terms(
    boolean selfApproval,
    int declineAfter,
    Duration pendingFor,
    @Nullable Duration mergeWithin,
    boolean autoMerge,
    Bypass bypass,
    boolean approversMayReveal,
    @Nullable Reminders reminders,
    LinkVoting linkVoting,
    @Nullable AccessTerms access) {
  /** Of a change policy without reminders, and without votes by mail. */
  public Terms(
      boolean selfApproval,
      int declineAfter,
      Duration pendingFor,
      @Nullable Duration mergeWithin,
      boolean autoMerge,
      Bypass bypass,
      boolean approversMayReveal) {
    this(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        bypass,
        approversMayReveal,
        null,
        LinkVoting.OFF,
        null);
  }

  /** How long a request stays open where nothing else is said. */
  public static final Duration USUAL = Duration.ofDays(14);

  /** Others approve unseen, one rejection ends it, 14 days, merged by hand, no way around. */
  public static final Terms STRICT =
      new Terms(false, 1, USUAL, null, false, new Bypass.Off(), false);

  /** The same but for who may bypass. */
  public Terms with(Bypass other) {
    return new Terms(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        other,
        approversMayReveal,
        reminders,
        linkVoting,
        access);
  }

  /** The same, with approvers who are shown the proposed values if they ask. */
  public Terms revealing() {
    return new Terms(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        bypass,
        true,
        reminders,
        linkVoting,
        access);
  }

  /** The same, whose approvers are reminded so. */
  public Terms reminding(Reminders other) {
    return new Terms(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        bypass,
        approversMayReveal,
        other,
        linkVoting,
        access);
  }

  /** The same, but for votes by mail. */
  public Terms voting(LinkVoting other) {
    return new Terms(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        bypass,
        approversMayReveal,
        reminders,
        other,
        access);
  }

  /** The same, of access. */
  public Terms with(AccessTerms other) {
    return new Terms(
        selfApproval,
        declineAfter,
        pendingFor,
        mergeWithin,
        autoMerge,
        bypass,
        approversMayReveal,
        reminders,
        linkVoting,
        other);
  }
}
