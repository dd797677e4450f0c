package io.countersign.admin;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Terms;
import io.countersign.wire.BypassJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy's terms as the body has them. */
final class TermsBody {
  private TermsBody() {}

  static Terms of(Fields body, Kind kind) {
    Duration pendingFor = body.optionalDuration("pendingFor");
    return checked(
        kind,
        new Terms(
            body.flagOr("selfApproval", false),
            body.numberOr("declineAfter", 1, 1, Policy.MOST_PEOPLE),
            pendingFor == null ? Terms.USUAL : pendingFor,
            body.optionalDuration("mergeWithin"),
            body.flagOr("autoMerge", false),
            BypassJson.read(body),
            body.flagOr("approversMayReveal", false),
            reminders(body.optionalObject("reminders")),
            body.choiceOr("linkVoting", LinkVoting.OFF),
            access(body, kind)));
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
    return Objects.requireNonNull(body.optionalDuration(name), "just read");
  }

  /** What is said of access alone, where the policy is about that. */
  private static @Nullable AccessTerms access(Fields body, Kind kind) {
    if (kind == Kind.ACCESS) {
      Duration most = body.optionalDuration("maxDuration");
      return new AccessTerms(
          most == null ? AccessTerms.USUAL.maxDuration() : most,
          body.flagOr("reasonRequired", AccessTerms.USUAL.reasonRequired()));
    }
    for (String field : List.of("maxDuration", "reasonRequired")) {
      if (body.has(field)) {
        throw new InvalidField(field, "kind", "is of access policies only");
      }
    }
    return null;
  }

  /**
   * Nobody gives access or changes rules from a mail, and there are no values to be shown. Nobody
   * changes rules alone.
   */
  private static Terms checked(Kind kind, Terms terms) {
    if (kind != Kind.SECRETS && terms.linkVoting() != LinkVoting.OFF) {
      throw new InvalidField("linkVoting", "kind", "must be OFF but in change policies");
    }
    if (kind != Kind.SECRETS && terms.approversMayReveal()) {
      throw new InvalidField("approversMayReveal", "kind", "is of change policies only");
    }
    if (kind == Kind.GOVERNANCE && !(terms.bypass() instanceof Bypass.Off)) {
      throw new InvalidField(
          "bypass", "kind", "must be off in governance policies: nobody changes rules alone");
    }
    if (kind == Kind.GOVERNANCE && terms.selfApproval()) {
      throw new InvalidField(
          "selfApproval", "kind", "must be off in governance policies: nobody changes rules alone");
    }
    return terms;
  }
}
