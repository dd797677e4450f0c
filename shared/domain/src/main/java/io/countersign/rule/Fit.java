package io.countersign.rule;

import io.countersign.directory.Binding;
import io.countersign.directory.Organisation;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether edits can be applied to what is there now. */
public final class Fit {
  /** The code of a reason that something is not as it was when the edits were written. */
  public static final String CHANGED = "rules-changed";

  private Fit() {}

  /**
   * What keeps them from being applied; empty where nothing does.
   *
   * @param author who could write them anew, or null where that is nobody who reads
   */
  public static List<Reason> reasons(List<Edit> edits, Basis basis, @Nullable PersonId author) {
    SortedSet<PersonId> writer = new TreeSet<>();
    if (author != null) {
      writer.add(author);
    }
    List<Reason> reasons = new ArrayList<>();
    Basis after = basis;
    for (Edit edit : edits) {
      if (!after.holds(edit)) {
        reasons.add(changed(edit.thing().called(), writer));
      }
      if (edit instanceof Edit.OfBinding(_, _, Binding binding)
          && binding != null
          && !binding.role().equals(after.rules().role(binding.role().id()))) {
        reasons.add(changed("role " + binding.role().id(), writer));
      }
      Edit.SignIn signIn = edit.signIn();
      if (signIn != null && signIn.taken(after.directory())) {
        reasons.add(
            new Reason(
                "subject-bound",
                "The sign-in of %s is somebody else's already: revise the request."
                    .formatted(edit.thing().called()),
                writer));
      }
      after = after.with(edit);
    }
    reasons.addAll(impossible(edits, after, writer));
    reasons.addAll(lastAdmin(basis, after));
    return reasons;
  }

  /** Of what is to be given, too: nobody has agreed to a role that allows something else. */
  private static Reason changed(String what, SortedSet<PersonId> writer) {
    return new Reason(
        CHANGED,
        "%s is not as it was when this was written: revise the request.".formatted(capital(what)),
        writer);
  }

  /** Of what counts beside the edits: what they come to is not what anybody has agreed to. */
  public static Reason elsewhere(String place, @Nullable PersonId author) {
    return new Reason(
        CHANGED,
        "Who has to agree in %s, or whom this is about, is not as it was when this was written:"
                .formatted(place)
            + " revise the request, so that its approvers see what it comes to now.",
        author == null ? new TreeSet<>() : new TreeSet<>(Set.of(author)));
  }

  /** A policy that nobody could satisfy is written by nobody (rule 4). */
  private static List<Reason> impossible(
      List<Edit> edits, Basis after, SortedSet<PersonId> writer) {
    List<Reason> reasons = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit instanceof Edit.OfPolicy(_, _, Policy policy) && policy != null) {
        BoundPolicy bound = policy.bind(after.directory());
        if (!bound.satisfiableBy(bound.members())) {
          reasons.add(
              new Reason(
                  "policy-unsatisfiable",
                  "Policy \"%s\" would ask for more active people than there are."
                      .formatted(policy.name()),
                  writer));
        }
      }
    }
    return reasons;
  }

  /** Somebody who can sign in has to be left who may let others in. */
  public static List<Reason> lastAdmin(Basis before, Basis after) {
    SortedSet<PersonId> admins = admins(before);
    return !admins.isEmpty() && admins(after).isEmpty()
        ? List.of(
            new Reason(
                "last-admin",
                "Nobody who can sign in would have directory:write in the whole organisation any"
                    + " more; give it to somebody else first.",
                admins))
        : List.of();
  }

  /** Who can sign in and may write the directory. */
  public static SortedSet<PersonId> admins(Basis basis) {
    return new Organisation(basis.directory(), basis.rules().access().organisation()).admins();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
