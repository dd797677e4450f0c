package io.countersign.query.timeline;

import io.countersign.directory.Grant;
import io.countersign.edge.command.Answers;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.rule.Thing;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a line of the timeline says besides its type. */
final class TimelineText {
  private TimelineText() {}

  /**
   * Null where there is nothing to say.
   *
   * @param names what people are called
   */
  static @Nullable String of(Event event, Answers.Names names) {
    return switch (event) {
      case Event.Voted voted ->
          said(voted.decision())
              + by(voted.via())
              + (voted.lasting() == null ? "" : " for " + voted.lasting() + " at most")
              + (voted.comment().isEmpty() ? "" : ": " + voted.comment());
      case Event.Withdrawn withdrawn -> withdrawn.reason().isEmpty() ? null : withdrawn.reason();
      case Event.Commented commented -> commented.text();
      case Event.Conflicted conflicted -> conflicted.reason().message();
      case Event.Failed failed ->
          failed.documents().stream().map(Remains::message).collect(Collectors.joining(" "));
      case Event.DeliveryFailed failed ->
          failed.word()
              + " did not reach "
              + failed.unreached().stream()
                  .map(each -> names.of(each.person()) + " (" + each.reason() + ")")
                  .collect(Collectors.joining(", "));
      case Event.SyncFailed failed ->
          failed.destination() + " does not have " + failed.document() + ": " + failed.reason();
      case Event.MergeStarted started -> right(started);
      case Event.Acknowledged acknowledged -> acknowledged.text();
      case Event.AccessGranted(Grant grant) ->
          "to %s from %s until %s"
              .formatted(names.of(grant.holder()), grant.begins(), grant.ends());
      case Event.AccessEnded ended ->
          ended.by() == null
              ? "its time is over"
              : ended.reason().isEmpty() ? null : ended.reason();
      case Event.RulesChanged changed ->
          changed.things().stream().map(Thing::words).collect(Collectors.joining("; "));
      case Event.SecretsChanged changed ->
          changed.document().document() + " " + became(changed.document());
      case Event.Revealed revealed ->
          "was shown the %s value of %s in %s"
                  .formatted(which(revealed.what()), revealed.key(), revealed.document())
              + (revealed.grant() == null ? "" : " by the access of " + revealed.grant());
      case Event.Revised revised -> "Revision " + revised.revision() + ": " + revised.title();
      case Event.Submitted _,
          Event.Agreed _,
          Event.Rejected _,
          Event.Expired _,
          Event.Merged _,
          Event.Bypassed _ ->
          null;
    };
  }

  private static @Nullable String right(Event.MergeStarted started) {
    return switch (started.mode()) {
      case MERGE -> null;
      case BYPASS -> "without its approvers: " + started.reason();
      case FINISH ->
          "to finish what had failed"
              + (started.reason().isEmpty() ? "" : ", without its approvers: " + started.reason());
      case UNDO -> "to undo what had failed";
    };
  }

  private static String which(Event.What what) {
    return switch (what) {
      case PROPOSED -> "proposed";
      case CURRENT -> "present";
    };
  }

  private static String became(Landed landed) {
    return switch (landed.fate()) {
      case WRITTEN -> "is version " + landed.versionId();
      case REMOVED -> "is deleted; AWS keeps it for 30 days";
    };
  }

  private static String by(Event.Via via) {
    return switch (via) {
      case SIGN_IN -> "";
      case MAIL -> " by mail";
    };
  }

  private static String said(Decision decision) {
    return switch (decision) {
      case APPROVE -> "approved";
      case REJECT -> "rejected";
      case RETRACT -> "took the vote back";
    };
  }
}
