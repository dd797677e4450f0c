package io.countersign.explore.rules;

import io.countersign.directory.Actor;
import io.countersign.directory.MachineId;
import io.countersign.directory.PersonId;
import io.countersign.governance.Enacting;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.project.Prefixes;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Vote;
import io.countersign.revision.Digest;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Surroundings;
import io.countersign.rule.Allowed;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import io.countersign.rule.Governed;
import io.countersign.rule.Rebasing;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The real decisions, with one guard left out where that is asked for. */
record Engine(@Nullable Guard without) {
  private static final Prefixes PREFIXES =
      Prefixes.NONE.claimed("prod/", Rulebook.PAYMENTS + "/" + Rulebook.PROD);

  /** What it comes to that somebody wants these edits; null where that is refused. */
  @Nullable Scene proposed(Scene scene, int number, String author, List<Edit> edits) {
    Basis basis = scene.basis();
    Actor actor = Cast.actor(author, basis);
    if (Allowed.lacking(actor, edits, basis) != null
        || !Fit.reasons(edits, basis, null).isEmpty()
        || Enacting.misfit(edits, basis, PREFIXES) != null) {
      return null;
    }
    List<Policy> governing =
        atOnce(edits) ? List.of() : Governed.by(edits, basis.rules(), basis.directory());
    if (governing.isEmpty()) {
      return scene.with(basis.with(edits)).moved();
    }
    Revision revision =
        Revision.sealed(
            new RequestId(Rulebook.PAYMENTS, number),
            "",
            actor.id(),
            "t",
            "",
            payload(edits, basis),
            bound(governing, basis),
            basis.directory(),
            Cast.NOW);
    Command submit = new Command.Submit(actor, revision, basis.rules(), basis.directory());
    return Requests.decide(null, submit, Cast.NOW) instanceof Outcome.Accepted(var events)
        ? scene
            .with(
                number,
                new Scene.Kept(
                    Requests.evolve(revision.request(), null, events, Cast.NOW), revision))
            .moved()
        : null;
  }

  private static Payload payload(List<Edit> edits, Basis basis) {
    return new Payload.OfGovernance(
        Rulebook.PAYMENTS,
        edits,
        Surroundings.of(
            edits, Surroundings.places(edits, basis.rules(), List::of), basis.directory()));
  }

  private boolean atOnce(List<Edit> edits) {
    if (without == Guard.ONLY_DEACTIVATION) {
      return edits.stream()
          .allMatch(each -> each instanceof Edit.OfPerson(_, var after) && !after.active());
    }
    return without == Guard.ASKED;
  }

  private List<BoundPolicy> bound(List<Policy> governing, Basis basis) {
    return governing.stream()
        .map(each -> without == Guard.AUTHOR ? ofAuthors(each) : each)
        .map(each -> each.bind(basis.directory()))
        .toList();
  }

  private static Policy ofAuthors(Policy policy) {
    Terms terms = policy.terms();
    return Rulebook.with(
        policy,
        new Terms(
            true,
            terms.declineAfter(),
            terms.pendingFor(),
            terms.mergeWithin(),
            terms.autoMerge(),
            terms.bypass(),
            false));
  }

  /** The request with other edits in it. */
  @Nullable Scene revised(Scene scene, int number, String author, List<Edit> edits) {
    Scene.Kept kept = open(scene, number);
    Basis basis = scene.basis();
    if (kept == null || Enacting.misfit(edits, basis, PREFIXES) != null) {
      return null;
    }
    Actor actor = Cast.actor(author, basis);
    List<Policy> governing = Governed.by(edits, basis.rules(), basis.directory());
    Revision next =
        kept.revision()
            .revised(
                "",
                actor.id(),
                "t",
                "",
                payload(edits, basis),
                bound(governing, basis),
                basis.directory(),
                Cast.NOW);
    Command revise =
        new Command.Revise(actor, kept.request().digest(), next, basis.rules(), basis.directory());
    if (!(Requests.decide(kept.request(), revise, Cast.NOW)
        instanceof Outcome.Accepted(List<Event> events))) {
      return null;
    }
    Request after = Requests.evolve(next.request(), kept.request(), events, Cast.NOW);
    return scene
        .with(
            number,
            new Scene.Kept(without == Guard.SEEN ? voted(after, kept.request()) : after, next))
        .moved();
  }

  private static Request voted(Request after, Request before) {
    return with(after, after.digest(), before.votes());
  }

  private static Request with(Request after, Digest digest, SortedMap<PersonId, Vote> votes) {
    return new Request(
        after.id(),
        after.status(),
        after.author(),
        after.title(),
        after.createdAt(),
        after.revision(),
        digest,
        after.scope(),
        after.expiresAt(),
        new TreeMap<>(votes),
        after.announced(),
        after.ending(),
        after.sequence());
  }

  @Nullable Scene voted(Scene scene, int number, String voter) {
    Scene.Kept kept = open(scene, number);
    if (kept == null
        || kept.request().approving().stream().anyMatch(by -> by.value().equals(voter))) {
      return null;
    }
    Basis basis = scene.basis();
    Revision revision = answered(kept.revision());
    if (without == Guard.LOOKED) {
      revision = with(revision, payload(revision.edits(), basis));
    }
    Command vote =
        new Command.CastVote(
            Cast.actor(voter, basis),
            kept.request().digest(),
            Decision.APPROVE,
            "",
            revision,
            basis.rules(),
            basis.directory());
    return Requests.decide(kept.request(), vote, Cast.NOW) instanceof Outcome.Accepted(var events)
        ? scene.with(
            number,
            new Scene.Kept(
                Requests.evolve(kept.request().id(), kept.request(), events, Cast.NOW),
                kept.revision()))
        : null;
  }

  /** What a merge comes to for whoever reads now; null where it is refused. */
  @Nullable Deed merging(Scene scene, int number, String merger) {
    Scene.Kept kept = open(scene, number);
    if (kept == null) {
      return null;
    }
    Basis basis = scene.basis();
    Revision revision = answered(kept.revision());
    List<Edit> edits = revision.edits();
    if (without == Guard.BASE) {
      edits = new ArrayList<>(Rebasing.onto(edits, basis));
    }
    if (without == Guard.BASE || without == Guard.SURROUNDINGS) {
      revision = with(revision, payload(edits, basis));
    }
    // What a guard that is left out has altered is stored so.
    Request request = with(kept.request(), revision.recomputed(), kept.request().votes());
    Command merge =
        new Command.StartMerge(
            Cast.actor(merger, basis),
            request.digest(),
            revision,
            basis.rules(),
            basis.directory(),
            false);
    return Requests.decide(request, merge, Cast.NOW) instanceof Outcome.Accepted
        ? new Deed(
            merger + " merges " + number,
            number,
            kept.request(),
            scene.counter(),
            basis.with(edits))
        : null;
  }

  /** What a machine has written nobody answers for without the guard. */
  private Revision answered(Revision of) {
    return without == Guard.OWNER && of.author() instanceof MachineId
        ? new Revision(
            of.request(),
            of.number(),
            of.token(),
            of.author(),
            new TreeSet<>(),
            new TreeSet<>(),
            of.title(),
            of.message(),
            of.payload(),
            of.policies(),
            of.madeAt(),
            of.digest())
        : of;
  }

  private static Revision with(Revision of, Payload payload) {
    return new Revision(
        of.request(),
        of.number(),
        of.token(),
        of.author(),
        of.authors(),
        of.owners(),
        of.title(),
        of.message(),
        payload,
        of.policies(),
        of.madeAt(),
        of.digest());
  }

  /** The scene after the transaction, or null where something it rests on is not as read. */
  @Nullable Scene committed(Scene scene, Deed deed) {
    Scene.Kept kept = open(scene, deed.number());
    if (kept == null || deed.after() == null || deed.read() == null) {
      return null;
    }
    if (without != Guard.COUNTER
        && (scene.counter() != deed.counter() || !kept.request().equals(deed.read()))) {
      return null;
    }
    return scene.with(deed.number(), null).with(deed.after());
  }

  private static Scene.@Nullable Kept open(Scene scene, int number) {
    return scene.kept(number);
  }
}
