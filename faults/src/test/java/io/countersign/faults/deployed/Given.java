package io.countersign.faults.deployed;

import io.countersign.directory.Directory;
import io.countersign.explain.Reason;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.name.Token;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Landed;
import io.countersign.revision.Part;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Commit;
import io.countersign.wire.SealingJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that is there before a command: made by the engine itself and committed in one
 * transaction, because there are very many.
 */
public final class Given {
  /** Far from the numbers that submissions get. */
  private static final int FIRST = 10_000;

  private final Deployment deployment;
  private final Directory directory;
  private final Rules rules;
  private final Instant at;
  private final List<Event> events = new ArrayList<>();
  private final Revision revision;

  private Given(
      Deployment deployment, String title, Map<DocumentChange, Found> changes, Instant at) {
    Ground ground = deployment.ground();
    this.deployment = deployment;
    this.at = at;
    this.rules = ground.rules();
    this.directory = ground.directory();
    this.revision = revision(new RequestId(Rulebook.PAYMENTS, ground.number()), title, changes);
    then(new Command.Submit(People.actor("ann"), revision, rules, directory));
  }

  /** What all of them rest on. */
  static final class Ground {
    private final Rules rules;
    private final Directory directory;
    private int count = FIRST;

    Ground(Deployment deployment) {
      rules = Objects.requireNonNull(deployment.store.rules(Rulebook.PAYMENTS));
      directory = deployment.store.directory();
    }

    Rules rules() {
      return rules;
    }

    Directory directory() {
      return directory;
    }

    int number() {
      return count++;
    }
  }

  /** Submitted by Ann then, with what was found at each change's document. */
  public static Given submitted(
      Deployment deployment, String title, Map<DocumentChange, Found> changes, Instant at) {
    return new Given(deployment, title, changes, at);
  }

  private Revision revision(RequestId id, String title, Map<DocumentChange, Found> changes) {
    Map<DocumentId, Found> found = new TreeMap<>();
    changes.forEach((change, there) -> found.put(change.document(), there));
    String token = Token.of(id.toString());
    ChangeSet asked = ChangeSet.of(List.copyOf(changes.keySet()));
    Draft draft =
        ((Drafting.Result.Drafted) Drafting.draft(asked, found, token, new Random())).draft();
    Revision sealed =
        Revision.sealed(
            id,
            token,
            People.id("ann"),
            title,
            "",
            draft.operations(),
            draft.documents(),
            rules.bind(draft.governed(), directory),
            directory,
            at);
    String name = id + "/" + token + "/0";
    String version = Token.of(name, sealed.digest().hex());
    if (draft.sealings().isEmpty()) {
      return sealed;
    }
    String text = SealingJson.write(draft.sealings()).getFirst();
    return sealed.with(List.of(new Part(name, deployment.proposals.write(name, version, text))));
  }

  private Request then(Command command) {
    Request before = events.isEmpty() ? null : state();
    switch (Requests.decide(before, command, at)) {
      case Outcome.Accepted(List<Event> more) -> events.addAll(more);
      case Outcome.Refused(var refusal) -> throw new IllegalStateException(refusal.toString());
    }
    return state();
  }

  private Request state() {
    return Requests.evolve(revision.request(), null, events, at);
  }

  /** Approved by Bob. */
  public Given approved() {
    then(
        new Command.CastVote(
            People.actor("bob"),
            revision.digest(),
            Decision.APPROVE,
            "",
            revision,
            rules,
            directory));
    return this;
  }

  /** As it is written down. */
  public Revision there() {
    boolean planned = state().status() == Status.MERGING;
    return committed(planned ? Plan.of(revision, rules, Lease.FREE) : null);
  }

  /**
   * Its merge has failed: the first document holds the change and could not be put back, the others
   * could not be moved.
   *
   * @param ours the first document's version with the change
   */
  public Revision failed(String ours) {
    then(
        new Command.StartMerge(
            People.actor("ann"), revision.digest(), revision, rules, directory, false));
    List<DocumentPlan> plans = new ArrayList<>();
    List<Remains> remains = new ArrayList<>();
    for (DocumentPlan each : Plan.of(revision, rules, Lease.FREE).documents()) {
      boolean held = plans.isEmpty();
      plans.add(held ? held(each, ours) : free(each));
      Remains.State state = held ? Remains.State.HELD : Remains.State.NOT_HELD;
      remains.add(new Remains(each.document(), state, held ? ours : null, "It is so."));
    }
    then(new Command.Fail(remains));
    Plan.Retreat retreat =
        new Plan.Retreat(Reason.of("aws-refused", "AWS refused to have it moved."), false);
    return committed(new Plan(new Lease(1, at), plans, retreat));
  }

  private DocumentPlan held(DocumentPlan plan, String ours) {
    String arn = Objects.requireNonNull(revision.documents().getFirst().arn());
    String base = Objects.requireNonNull(revision.documents().getFirst().versionId());
    Landed landed =
        new Landed(plan.document(), arn, ours, List.of("PASSWORD"), Landed.Fate.WRITTEN);
    return with(plan, new Progress.Done(landed, new Progress.Intended(arn, base, ours)));
  }

  private DocumentPlan free(DocumentPlan plan) {
    return with(plan, new Progress.Undone(revision.documents().getLast().versionId()));
  }

  private static DocumentPlan with(DocumentPlan plan, Progress progress) {
    return new DocumentPlan(
        plan.document(), plan.secretName(), plan.kmsKeyArn(), progress, null, 0);
  }

  private Revision committed(@Nullable Plan plan) {
    Commit commit = Commit.of(revision.request(), null, events, at).with(revision);
    if (!deployment.store.commit(plan == null ? commit : commit.with(plan))) {
      throw new IllegalStateException("not committed: " + revision.request());
    }
    return revision;
  }
}
