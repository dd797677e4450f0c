package io.countersign.notify.letter;

import java.util.List;

/** All letters; each rendering has every one of them, from the same facts. */
public interface Letters {
  /** To those who may approve. */
  String submitted(Facts facts, Asking asking);

  /** To those who may approve: what they may have voted on is no more. */
  String revised(Facts facts, Asking asking);

  /** To those of them who have not voted. */
  String reminding(Facts facts, Asking asking, String since);

  String agreed(Facts facts, String approvers);

  String rejected(Facts facts, String rejecters);

  String expired(Facts facts, String when);

  String merged(Facts facts, String when);

  /** To who asked for access and who voted: it is given, or its end was moved. */
  String granted(Facts facts, String holder, String begins, String ends);

  /** To the same, when it is over. */
  String ended(Facts facts, String holder, String why);

  /** To who has it, before it ends. */
  String ending(Facts facts, String ends);

  /** To all approvers and admins, when it starts. */
  String bypassing(Facts facts, Around around);

  /** To the same, when somebody brings one to its end that had failed. */
  String finishing(Facts facts, Around around, String by);

  /** To the same, when it is done. */
  String bypassed(Facts facts, Around around, String when);

  String conflicted(Facts facts, Halt halt);

  /** To admins and the author, with what each document was left with. */
  String failed(Facts facts, List<Remnant> remnants);

  /** To admins and the author: mail did not reach those who have to hear of an event. */
  String unreached(Facts facts, Unreached unreached);

  /** To admins and the author: a destination does not follow. */
  String unsynced(Facts facts, Unsynced unsynced);

  /** To approvers and who is involved, where a channel that would say so is broken. */
  String withdrawn(Facts facts, String by, String reason);

  /** To the same, for the same reason. */
  String acknowledged(Facts facts, String by, String text);

  /**
   * To admins, when channels break.
   *
   * @param settings where they are mended
   */
  String broken(Facts facts, List<Unreached.One> channels, String settings);

  /** To who took part before. */
  String commented(Facts facts, String by, String comment);
}
