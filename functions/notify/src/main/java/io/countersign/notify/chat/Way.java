package io.countersign.notify.chat;

import io.countersign.project.Channel;
import io.countersign.request.Event;
import org.jspecify.annotations.Nullable;

/** How channels are told of an event (design §7). */
enum Way {
  /** Approvers are asked. */
  ASK,
  /** It goes on. */
  STEP,
  /** It is over. */
  END,
  /** Its approvers are gone around: all channels of the project are told. */
  ALARM,
  /** Somebody has to clear up. */
  FAILURE,
  /** Somebody said something; where it stands is as before. */
  COMMENT,
  /** Somebody voted: where it stands may be different, and nothing is said besides. */
  VOTE;

  /** Whether a chat of that kind is told: a webhook can edit nothing, so it hears of less. */
  boolean told(Channel.Kind kind) {
    return switch (kind) {
      case SLACK -> true;
      case TEAMS -> this != STEP && this != COMMENT && this != VOTE;
    };
  }

  /** The one place that knows which events are told; null is none. */
  static @Nullable Way of(Event event) {
    return switch (event) {
      case Event.Submitted _, Event.Revised _ -> ASK;
      case Event.Agreed _,
          Event.Conflicted _,
          Event.Acknowledged _,
          Event.AccessGranted _,
          Event.AccessEnded _ ->
          STEP;
      case Event.Merged _, Event.Rejected _, Event.Expired _, Event.Withdrawn _ -> END;
      case Event.MergeStarted started when !started.reason().isEmpty() -> ALARM;
      case Event.Bypassed _ -> ALARM;
      case Event.Failed _, Event.Trouble _ -> FAILURE;
      case Event.Commented _ -> COMMENT;
      case Event.Voted _ -> VOTE;
      case Event.MergeStarted _, Event.RulesChanged _, Event.SecretsChanged _, Event.Revealed _ ->
          null;
    };
  }
}
