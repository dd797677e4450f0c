package io.countersign.query;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.project.DocumentId;
import io.countersign.query.reading.AccessView;
import io.countersign.query.reading.RulesView;
import io.countersign.query.timeline.Timeline;
import io.countersign.request.Assessment;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.wire.TermsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A request as the API shows it: keys and kinds of change, never values. */
final class RequestView {
  private final Look look;
  private final Timeline timeline;
  private final List<Json.Obj> events;
  private final Instant now;

  RequestView(Look look, Timeline timeline, Instant now) {
    this.look = look;
    this.timeline = timeline;
    this.events = timeline.newest(look.request());
    this.now = now;
  }

  Json json(Json grant, Json overlapping, Json syncs, Json deliveries) {
    Request request = look.request();
    Revision revision = look.revision();
    List<Reason> reasons = look.reasons(now);
    Reason stopped = request.stopped();
    return Answers.summary(request)
        .put("project", request.id().project().value())
        .put("governance", look.rules().project().governance().name())
        .put("kind", request.scope().kind().name())
        .put(
            "statusReason", stopped == null ? new Json.Null() : reason(look.clearing().of(stopped)))
        .put("title", request.title())
        .put("message", revision.message())
        .put("author", actor(request.author()))
        .put("createdAt", request.createdAt())
        .put("expiresAt", request.expiresAt())
        .put("changes", ChangesView.of(revision))
        .put("access", AccessView.of(revision))
        .put("rules", RulesView.of(revision, look.directory(), look::whole))
        .put("grant", grant)
        .put("revisions", new RevisionsView(look).all(events))
        .put("policies", Json.array(look.assessment().policies(), this::policy))
        .put("votes", new VotesView(look, timeline, events).json())
        .put("agreed", request.status() == Status.OPEN && reasons.isEmpty())
        .put("reasons", Json.array(reasons, this::reason))
        .put("may", Json.texts(look.may(now)))
        .put("mayNot", Json.array(look.mayNot(now), this::barred))
        .put("bypass", Answers.bypass(request, look.directory()::nameOf))
        .put("merging", merging())
        .put("documents", Answers.documents(request))
        .put("remains", Answers.remains(request))
        .put("undeleted", Json.array(look.undeleted(), RequestView::undeleted))
        .put("overlapping", overlapping)
        .put("syncs", syncs)
        .put("deliveries", deliveries)
        .put("timeline", look.lines(events))
        .put("earlier", Timeline.earlier(events))
        .build();
  }

  private Json policy(Assessment.Progress progress) {
    BoundPolicy policy = progress.policy();
    List<Json> requirements = new ArrayList<>();
    for (int i = 0; i < policy.requirements().size(); i++) {
      BoundRequirement requirement = policy.requirements().get(i);
      SortedSet<PersonId> approvers = new TreeSet<>(requirement.members());
      approvers.retainAll(policy.approvers(look.barred()));
      requirements.add(
          Json.object()
              .put("needed", requirement.requirement().approvals())
              .put("counted", progress.counted().get(i))
              .put("approvers", Json.array(approvers, this::actor))
              .build());
    }
    return Json.object()
        .put("id", policy.id().value())
        .put("name", policy.name())
        .put("version", policy.version())
        .putAll(TermsJson.write(policy.terms()))
        .put("requirements", new Json.Arr(requirements))
        .build();
  }

  private Json merging() {
    Plan plan = look.merging();
    if (plan == null) {
      return new Json.Null();
    }
    Plan.Retreat retreat = plan.retreat();
    Lease lease = plan.lease();
    return Json.object()
        .put("phase", plan.phase().name())
        .put(
            "reason",
            retreat == null ? new Json.Null() : reason(look.clearing().of(retreat.reason())))
        .put("heldUntil", lease.equals(Lease.FREE) ? null : lease.until())
        .build();
  }

  private static Json undeleted(DocumentId document) {
    return Json.object()
        .put("environment", document.environment().value())
        .put("path", document.path().value())
        .put(
            "message",
            document
                + " holds nothing any more, but AWS refuses to delete it; that is tried again every"
                + " few minutes.")
        .build();
  }

  private Json barred(Look.Barred barred) {
    return Json.object()
        .put("action", barred.action())
        .put("reasons", Json.array(barred.reasons(), this::reason))
        .build();
  }

  private Json actor(ActorId id) {
    return Answers.actor(id, look.directory()::nameOf);
  }

  private Json reason(Reason reason) {
    return Answers.reason(reason, look.directory());
  }
}
