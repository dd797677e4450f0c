package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Reminders;
import io.countersign.policy.Terms;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a policy says besides where it holds and who must approve. */
public final class TermsJson {
  private TermsJson() {}

  /** The members, to be put among a policy's own. */
  public static Map<String, Json> write(Terms terms) {
    Duration mergeWithin = terms.mergeWithin();
    AccessTerms access = terms.access();
    Json.Builder json = Json.object();
    if (access != null) {
      json.put("maxDuration", access.maxDuration().toString())
          .put("reasonRequired", access.reasonRequired());
    }
    return json.put("selfApproval", terms.selfApproval())
        .put("declineAfter", terms.declineAfter())
        .put("pendingFor", terms.pendingFor().toString())
        .put("mergeWithin", mergeWithin == null ? null : mergeWithin.toString())
        .put("autoMerge", terms.autoMerge())
        .put("bypass", BypassJson.write(terms.bypass()))
        .put("approversMayReveal", terms.approversMayReveal())
        .put("reminders", write(terms.reminders()))
        .put("linkVoting", terms.linkVoting().name())
        .build()
        .members();
  }

  /** From a policy's stored members. */
  static Terms read(Fields json) {
    return new Terms(
        json.flagOr("selfApproval", false),
        (int) json.number("declineAfter"),
        json.typed("pendingFor", Duration::parse),
        json.optionalTyped("mergeWithin", Duration::parse),
        json.flagOr("autoMerge", false),
        BypassJson.read(json),
        json.flagOr("approversMayReveal", false),
        reminders(json.optionalObject("reminders")),
        json.choiceOr("linkVoting", LinkVoting.OFF),
        access(json));
  }

  private static @Nullable AccessTerms access(Fields json) {
    Duration most = json.optionalTyped("maxDuration", Duration::parse);
    return most == null ? null : new AccessTerms(most, json.flagOr("reasonRequired", true));
  }

  private static Json write(@Nullable Reminders reminders) {
    return reminders == null
        ? new Json.Null()
        : Json.object()
            .put("after", reminders.after().toString())
            .put("every", reminders.every().toString())
            .put("atMost", reminders.atMost())
            .build();
  }

  private static @Nullable Reminders reminders(@Nullable Fields json) {
    return json == null
        ? null
        : new Reminders(
            json.typed("after", Duration::parse),
            json.typed("every", Duration::parse),
            (int) json.number("atMost"));
  }
}
