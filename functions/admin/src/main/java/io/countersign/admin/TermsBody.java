package io.countersign.admin;

import io.countersign.edge.log.Log;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Terms;
import io.countersign.wire.BypassJson;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy's terms as the body has them. */
final class TermsBody {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private TermsBody() {}

  static Terms of(Fields body) {
    Duration pendingFor = duration(body, "pendingFor");
    return new Terms(
        body.flagOr("selfApproval", false),
        body.numberOr("declineAfter", 1, 1, Policy.MOST_PEOPLE),
        pendingFor == null ? Terms.USUAL : pendingFor,
        duration(body, "mergeWithin"),
        body.flagOr("autoMerge", false),
        BypassJson.read(body),
        body.flagOr("approversMayReveal", false),
        reminders(body.optionalObject("reminders")),
        body.choiceOr("linkVoting", LinkVoting.OFF));
  }

  private static @Nullable Reminders reminders(@Nullable Fields body) {
    if (body == null) {
      return null;
    }
    Duration after = required(body, "after");
    Duration every = required(body, "every");
    int atMost = body.number("atMost", 1, Reminders.MOST);
    body.end();
    return new Reminders(after, every, atMost);
  }

  private static Duration required(Fields body, String name) {
    body.text(name);
    return Objects.requireNonNull(duration(body, name), "just read");
  }

  private static @Nullable Duration duration(Fields body, String name) {
    String text = body.optionalText(name);
    if (text == null) {
      return null;
    }
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      Log.event("malformed-duration", "");
    }
    throw new InvalidField(
        body.at(name), "duration", "must be an ISO 8601 duration of PT1M to P365D, such as P14D");
  }
}
