package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.delivery.Reminding;
import io.countersign.delivery.Rounds.Round;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Rooms;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Event;
import io.countersign.sample.Rulebook;
import io.countersign.wire.RoundJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people and channels are told of. */
public final class NotifyCases {
  private static final String ASKED = "Submitted";

  private NotifyCases() {}

  /** A submission, of which both approvers are told. */
  public static Case asked(Deployment deployment) {
    return asking(deployment, Rulebook.PROD);
  }

  /** One on which they may vote by mail. */
  public static Case invited(Deployment deployment) {
    return asking(deployment, Setting.MAIL);
  }

  /** One of which two channels are told, too. */
  public static Case posted(Deployment deployment) {
    return asking(deployment, Setting.CHAT);
  }

  private static Case asking(Deployment deployment, EnvironmentId environment) {
    Rooms.unknown(deployment);
    return new Told(deployment, environment, 1, ASKED) {
      @Override
      public Said call(String key) {
        return asks();
      }
    }.on("db").submitted();
  }

  /** The end of one of which all were told: Slack's message is edited and answered. */
  public static Case ended(Deployment deployment) {
    Rooms.unknown(deployment);
    Told told =
        new Told(deployment, Setting.CHAT, 3, "Rejected") {
          @Override
          public Said call(String key) {
            return hears(new Event.Rejected(seen()));
          }
        };
    told.on("db").submitted();
    OnRequest.first(told.asks());
    OnRequest.first(told.votes("before", "REJECT"));
    Rooms.unknown(deployment);
    told.fromHere();
    return told;
  }

  /** The round of reminders that is due. */
  public static Case reminded(Deployment deployment) {
    Told told =
        new Told(deployment, Setting.CHAT, 1, "Reminder 1") {
          private @Nullable Round round;

          @Override
          public Said call(String key) {
            return Said.message(
                deployment.notify, RoundJson.message(Objects.requireNonNull(round)));
          }

          @Override
          void fromHere() {
            super.fromHere();
            round =
                Reminding.first(Objects.requireNonNull(deployment.store.revision(id(), seen())), 1);
          }
        };
    told.on("db").submitted();
    told.fromHere();
    return told;
  }

  /** A submission of which nobody can be told, which is an event by itself. */
  public static Case unheard(Deployment deployment) {
    return new OnRequest(deployment, Setting.DEAF) {
      @Override
      public Said call(String key) {
        return Said.event(deployment.notify, Told.submission(this));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        long said =
            contents.request(id()).events().stream()
                .filter(each -> each.text().contains("\"type\":\"Delivery Failed\""))
                .count();
        return RequestCases.times("said", said);
      }
    }.on("db").submitted();
  }
}
