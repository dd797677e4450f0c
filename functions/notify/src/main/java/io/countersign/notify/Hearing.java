package io.countersign.notify;

import io.countersign.delivery.Delivery;
import io.countersign.request.Event;
import java.util.List;

/** How many of its readers have to hear of an event. */
enum Hearing {
  /** None: who was not reached sees it on the page. */
  NOBODY,
  /** One of those who are asked for their votes, or nobody ever looks at the request. */
  ANYBODY,
  /** All, whatever their settings: a merge goes around them. */
  EVERYBODY;

  static Hearing of(Event event) {
    return switch (event) {
      case Event.Submitted _, Event.Revised _ -> ANYBODY;
      case Event.MergeStarted started -> started.reason().isEmpty() ? NOBODY : EVERYBODY;
      case Event.Bypassed _ -> EVERYBODY;
      case Event.Voted _,
          Event.Agreed _,
          Event.Rejected _,
          Event.Withdrawn _,
          Event.Expired _,
          Event.Commented _,
          Event.Merged _,
          Event.Acknowledged _,
          Event.AccessGranted _,
          Event.AccessEnded _,
          Event.RulesChanged _,
          Event.SecretsChanged _,
          Event.Conflicted _,
          Event.Failed _,
          Event.Revealed _,
          // Or one mail that cannot be delivered would lead to the next.
          Event.Trouble _ ->
          NOBODY;
    };
  }

  /** Whose not being reached has to be told, of all deliveries of the event. */
  List<Delivery> missed(List<Delivery> all) {
    List<Delivery> missed = all.stream().filter(Delivery::missed).toList();
    return switch (this) {
      case NOBODY -> List.of();
      case ANYBODY -> missed.size() == all.size() ? missed : List.of();
      case EVERYBODY -> missed;
    };
  }
}
