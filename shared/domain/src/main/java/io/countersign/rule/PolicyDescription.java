package io.countersign.rule;

import io.countersign.directory.GroupId;
import io.countersign.directory.PersonId;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;

/** What there is to say of a policy, fact by fact; what is not so is left out. */
record PolicyDescription(Names names) {
  void into(SequencedMap<String, Fact> facts, Policy policy) {
    facts.put("Name", new Fact.Plain(policy.name()));
    facts.put(
        "About",
        new Fact.Plain(
            switch (policy.kind()) {
              case SECRETS -> "changes of secrets";
              case ACCESS -> "access for a time";
              case GOVERNANCE -> "changes of rules";
            }));
    if (policy.kind() != Kind.GOVERNANCE) {
      facts.put("Holds on", Fact.Several.of(policy.targets(), Target::toString, "nothing"));
    }
    for (int i = 0; i < policy.requirements().size(); i++) {
      requirement(facts, policy.requirements().get(i), i == 0 ? "" : " (" + (i + 1) + ")");
    }
    terms(facts, policy.terms());
    if (!policy.channels().isEmpty()) {
      facts.put(
          "Tells the channels", Fact.Several.of(policy.channels(), each -> each.value(), "none"));
    }
  }

  /** How many and whom it asks for are told apart, and each of several requirements by itself. */
  private void requirement(
      SequencedMap<String, Fact> facts, Requirement requirement, String which) {
    facts.put("Approvals needed" + which, new Fact.Plain(requirement.approvals() + ""));
    facts.put("Who may approve" + which, who(requirement.people(), requirement.groups()));
  }

  private Fact who(Collection<PersonId> people, Collection<GroupId> groups) {
    return Fact.Several.of(people, names::of, "nobody")
        .and(groups, each -> "group " + names.of(each));
  }

  private void terms(SequencedMap<String, Fact> facts, Terms terms) {
    facts.put("Authors may approve", yes(terms.selfApproval()));
    facts.put("Rejections that end a request", new Fact.Plain(terms.declineAfter() + ""));
    facts.put("Requests stay open for", span(terms.pendingFor()));
    if (terms.mergeWithin() != null) {
      facts.put("Agreed requests may be merged for", span(terms.mergeWithin()));
    }
    facts.put("Agreed requests merge by themselves", yes(terms.autoMerge()));
    facts.put("Who may bypass the approvers", bypass(terms.bypass()));
    facts.put("Approvers may see proposed values", yes(terms.approversMayReveal()));
    facts.put("Approvers may vote by mail", yes(terms.linkVoting() == LinkVoting.WITH_CODE));
    Reminders reminders = terms.reminders();
    if (reminders != null) {
      facts.put(
          "Approvers are reminded",
          new Fact.Plain(
              "after %s, every %s, %d times at most"
                  .formatted(
                      words(reminders.after()), words(reminders.every()), reminders.atMost())));
    }
    AccessTerms access = terms.access();
    if (access != null) {
      facts.put("Access lasts for", new Fact.Plain(words(access.maxDuration()) + " at most"));
      facts.put("Access needs a reason", yes(access.reasonRequired()));
    }
  }

  private Fact bypass(Bypass bypass) {
    return switch (bypass) {
      case Bypass.Off() -> Fact.Several.none("nobody");
      case Bypass.Anyone() -> Fact.Several.of(List.of("anyone"), each -> each, "nobody");
      case Bypass.Chosen(var people, var groups) -> who(people, groups);
    };
  }

  private static Fact span(Duration span) {
    return new Fact.Plain(words(span));
  }

  /** Days, hours, minutes and seconds, of what has any; to the letter where that is not all. */
  private static String words(Duration span) {
    if (span.toNanosPart() > 0) {
      return span.toString();
    }
    List<String> parts = new ArrayList<>();
    part(parts, span.toDaysPart(), "day");
    part(parts, span.toHoursPart(), "hour");
    part(parts, span.toMinutesPart(), "minute");
    part(parts, span.toSecondsPart(), "second");
    return String.join(" ", parts);
  }

  private static void part(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }

  private static Fact yes(boolean so) {
    return new Fact.Plain(so ? "yes" : "no");
  }
}
