package io.countersign.notify;

import io.countersign.directory.ActorId;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.link.Turn;
import io.countersign.notify.letter.Around;
import io.countersign.notify.letter.Asking;
import io.countersign.notify.letter.Halt;
import io.countersign.notify.letter.Letter;
import io.countersign.notify.letter.Remnant;
import io.countersign.notify.letter.Said;
import io.countersign.notify.letter.Unreached;
import io.countersign.notify.letter.Unsynced;
import io.countersign.request.Event;
import io.countersign.revision.Remains;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people are written to about (design §7). */
interface Occasion {
  /** Who is written to, and what. */
  Letter letter(News news);

  /** The one place that knows which events are occasions; null is none. */
  static @Nullable Occasion of(Event event) {
    return switch (event) {
      case Event.Submitted submitted ->
          news -> {
            Asking asking = Asking.of(news.revision(), submitted.expiresAt());
            return new Letter(
                news.approvers(),
                (letters, facts) -> letters.submitted(facts, asking),
                new Turn(news.sequence(), 0));
          };
      case Event.Revised revised ->
          news -> {
            Asking asking = Asking.of(news.revision(), revised.expiresAt());
            return new Letter(
                news.approvers(),
                (letters, facts) -> letters.revised(facts, asking),
                new Turn(news.sequence(), 0));
          };
      case Event.Agreed agreed ->
          news ->
              new Letter(
                  agreed.automatic() || !news.agreed() ? new TreeMap<>() : news.actionable(),
                  (letters, facts) -> letters.agreed(facts, news.approving()));
      case Event.Rejected _ ->
          news ->
              new Letter(
                  news.involved(), (letters, facts) -> letters.rejected(facts, news.rejecting()));
      case Event.Expired _ ->
          news ->
              new Letter(news.involved(), (letters, facts) -> letters.expired(facts, news.when()));
      case Event.Merged _ ->
          news ->
              new Letter(
                  news.ofAccess() ? new TreeMap<>() : news.involved(),
                  (letters, facts) -> letters.merged(facts, news.when()));
      case Event.AccessGranted(Grant grant) ->
          news ->
              new Letter(
                  news.involved(),
                  (letters, facts) ->
                      letters.granted(
                          facts,
                          Said.name(news.directory().nameOf(grant.holder())),
                          Said.time(grant.begins()),
                          Said.time(grant.ends())));
      case Event.AccessEnded ended ->
          news ->
              new Letter(
                  news.involved(),
                  (letters, facts) ->
                      letters.ended(
                          facts,
                          Said.name(news.directory().nameOf(ended.grant().holder())),
                          Said.ending(ended, news.directory())));
      case Event.Conflicted conflicted ->
          news ->
              new Letter(
                  news.involved(),
                  (letters, facts) -> letters.conflicted(facts, Halt.of(conflicted)));
      case Event.MergeStarted started when started.mode() == Event.Mode.BYPASS ->
          news -> {
            Around around = news.around(started);
            // Access is given at once, and told of with its end.
            return Letter.alarm(
                news.ofAccess() ? new TreeMap<>() : news.alarmed(),
                (letters, facts) -> letters.bypassing(facts, around),
                Letter.Look.BYPASSING);
          };
      case Event.MergeStarted started
          when started.mode() == Event.Mode.FINISH && !started.reason().isEmpty() ->
          news -> {
            Around around = news.around(started);
            String by = Said.name(news.directory().nameOf(started.by()));
            return Letter.alarm(
                news.alarmed(),
                (letters, facts) -> letters.finishing(facts, around, by),
                Letter.Look.BYPASSING);
          };
      case Event.Bypassed _ ->
          news -> {
            Around around = news.around();
            return Letter.alarm(
                news.alarmed(),
                (letters, facts) -> letters.bypassed(facts, around, news.when()),
                Letter.Look.BYPASSED);
          };
      case Event.Failed(_, List<Remains> documents) ->
          news -> {
            List<Remnant> remnants = Remnant.of(documents);
            return new Letter(
                news.overseers(), (letters, facts) -> letters.failed(facts, remnants));
          };
      case Event.Commented(ActorId by, String text) ->
          news -> {
            String name = Said.name(news.directory().nameOf(by));
            return new Letter(
                news.talking(by),
                (letters, facts) -> letters.commented(facts, name, Said.text(text)));
          };
      case Event.DeliveryFailed failed ->
          news -> {
            Unreached unreached = Unreached.of(failed, news.directory());
            return new Letter(
                news.overseers(), (letters, facts) -> letters.unreached(facts, unreached));
          };
      case Event.SyncFailed failed ->
          news -> {
            Unsynced unsynced = Unsynced.of(failed);
            return new Letter(
                news.overseers(), (letters, facts) -> letters.unsynced(facts, unsynced));
          };
      case Event.Voted _,
          Event.Withdrawn _,
          Event.MergeStarted _,
          Event.Acknowledged _,
          Event.RulesChanged _,
          Event.SecretsChanged _,
          Event.Revealed _ ->
          null;
    };
  }

  /** Of those that are told in chats and in no mail: how they are where a channel is broken. */
  static @Nullable Occasion ofChats(Event event) {
    return switch (event) {
      case Event.Withdrawn(ActorId by, String reason) ->
          news -> {
            String name = Said.name(news.directory().nameOf(by));
            return new Letter(
                news.concerned(by),
                (letters, facts) -> letters.withdrawn(facts, name, Said.text(reason)));
          };
      case Event.Acknowledged(PersonId by, String text) ->
          news -> {
            String name = Said.name(news.directory().nameOf(by));
            return new Letter(
                news.concerned(by),
                (letters, facts) -> letters.acknowledged(facts, name, Said.text(text)));
          };
      case Event.Submitted _,
          Event.Revised _,
          Event.Voted _,
          Event.Agreed _,
          Event.Rejected _,
          Event.Expired _,
          Event.Commented _,
          Event.MergeStarted _,
          Event.Merged _,
          Event.Bypassed _,
          Event.AccessGranted _,
          Event.AccessEnded _,
          Event.Conflicted _,
          Event.Failed _,
          Event.Trouble _,
          Event.RulesChanged _,
          Event.SecretsChanged _,
          Event.Revealed _ ->
          null;
    };
  }
}
