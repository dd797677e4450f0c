package io.countersign.notify.chat;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.notify.letter.Asking;
import io.countersign.notify.letter.Entrance;
import io.countersign.notify.letter.Facts;
import io.countersign.notify.letter.Said;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.rule.Difference;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What channels are told, before it is written as a chat wants it. All that people wrote is cleaned
 * by {@link Said}; values are not in it.
 *
 * @param sequence of the event in the request
 * @param version of the request's state that {@code status} is about
 * @param status where the request stands by that version, whatever the event said of it
 * @param news what happened, in one line
 */
record Bulletin(
    RequestId request,
    long sequence,
    Way way,
    long version,
    Facts facts,
    Asking asking,
    String status,
    String news) {
  private static final int LONGEST_NEWS = 500;

  static Bulletin of(Scene scene, Way way) {
    return new Bulletin(
        scene.state().id(),
        scene.sequence(),
        way,
        scene.state().sequence(),
        Facts.of(
            scene.revision(), scene.directory(), Difference::forAll, Entrance.to(scene.link()), ""),
        Asking.of(scene.revision(), scene.state().expiresAt()),
        status(scene),
        shortened(news(scene)));
  }

  /** What was cleaned already, as it is. */
  private static String shortened(String news) {
    return news.codePointCount(0, news.length()) <= LONGEST_NEWS
        ? news
        : news.substring(0, news.offsetByCodePoints(0, LONGEST_NEWS - 1)) + "…";
  }

  private static String status(Scene scene) {
    Request state = scene.state();
    return switch (state.status()) {
      case OPEN -> open(scene);
      case MERGING ->
          state.unreviewed() == null ? "Being merged" : "Being merged without its approvers";
      case MERGED -> "Merged";
      case BYPASSED -> "Merged without its approvers";
      case REJECTED -> "Rejected";
      case WITHDRAWN -> "Withdrawn";
      case EXPIRED -> "Expired";
      case FAILED -> "The merge failed half way";
    };
  }

  private static String open(Scene scene) {
    if (scene.state().stopped() != null) {
      return "The merge applied nothing";
    }
    return scene.agreed() ? "Approved, waiting to be merged" : "Waiting for approval";
  }

  private static String news(Scene scene) {
    Request state = scene.state();
    Directory names = scene.directory();
    return switch (scene.event()) {
      case Event.Submitted submitted -> name(submitted.author(), names) + " asks for approval.";
      case Event.Revised revised ->
          "%s made revision %d: earlier votes do not count any more."
              .formatted(name(revised.author(), names), revised.revision());
      case Event.Agreed _ ->
          state.approving().isEmpty()
              ? "It was approved, and is not any more."
              : "Approved by " + Said.names(state.approving(), names) + ".";
      case Event.Rejected _ -> "Rejected by " + Said.names(state.rejecting(), names) + ".";
      case Event.Expired _ -> "Expired, " + Said.time(scene.at()) + ".";
      case Event.Withdrawn withdrawn ->
          "Withdrawn by " + name(withdrawn.by(), names) + because(withdrawn.reason());
      case Event.Merged _ -> "Merged, " + Said.time(scene.at()) + ".";
      case Event.Conflicted conflicted ->
          "The merge applied nothing: " + Said.text(conflicted.reason().message());
      case Event.MergeStarted started ->
          "%s merges it without its approvers%s%s"
              .formatted(
                  name(started.by(), names),
                  because(started.reason()),
                  against(started.against(), names));
      case Event.Bypassed _ ->
          "Merged without its approvers, %s. An approver has to look at it."
              .formatted(Said.time(scene.at()));
      case Event.AccessGranted(Grant grant) ->
          name(grant.holder(), names) + " has access until " + Said.time(grant.ends()) + ".";
      case Event.AccessEnded ended ->
          "The access of %s has ended: %s"
              .formatted(name(ended.grant().holder(), names), Said.ending(ended, names));
      case Event.Acknowledged acknowledged ->
          name(acknowledged.by(), names) + " has looked at it" + because(acknowledged.text());
      case Event.Failed failed ->
          "The merge failed half way: "
              + Said.text(
                  failed.documents().stream()
                      .map(Remains::message)
                      .collect(Collectors.joining(" ")));
      case Event.DeliveryFailed failed ->
          "Not reached with the news \"%s\": %s."
              .formatted(
                  Said.text(failed.word()),
                  Said.names(
                      failed.unreached().stream().map(Event.Unreached::person).toList(), names));
      case Event.SyncFailed failed ->
          "The destination %s does not have %s as it was merged: %s"
              .formatted(
                  Said.text(failed.destination().value()),
                  Said.text(failed.document().toString()),
                  Said.text(failed.reason()));
      case Event.Commented commented ->
          name(commented.by(), names) + ": " + Said.text(commented.text());
      case Event.Voted voted -> name(voted.voter(), names) + " " + voted(voted.decision()) + ".";
      case Event.RulesChanged _, Event.SecretsChanged _, Event.Revealed _ -> "";
    };
  }

  private static String voted(Decision decision) {
    return switch (decision) {
      case APPROVE -> "approved";
      case REJECT -> "rejected";
      case RETRACT -> "took the vote back";
    };
  }

  private static String because(String reason) {
    return reason.isBlank() ? "." : ": " + Said.text(reason);
  }

  private static String against(Collection<PersonId> rejecting, Directory names) {
    return rejecting.isEmpty() ? "" : " Rejected by " + Said.names(rejecting, names) + ".";
  }

  private static String name(ActorId id, Directory names) {
    return Said.name(names.nameOf(id));
  }
}
