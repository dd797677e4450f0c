package io.countersign.admin;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Proposing;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.governance.Enacting;
import io.countersign.governance.Misfit;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Prefixes;
import io.countersign.project.ProjectId;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Governed;
import io.countersign.rule.Rebasing;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import io.countersign.store.Reading;
import io.countersign.store.Registry;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one way to change what is governed: counters, rules, decision; then the transaction that
 * applies it, or the request for the agreement that it needs; and again on a change.
 */
final class Writing {
  private final Store store;
  private final Registry registry;
  private final Contention contention;
  private final InstantSource clock;
  private final Admins admins;
  private final Asking asking;

  Writing(
      Store store,
      Registry registry,
      Journal journal,
      Asking asking,
      InstantSource clock,
      Contention contention) {
    this.store = store;
    this.registry = registry;
    this.contention = contention;
    this.clock = clock;
    this.admins = new Admins(journal);
    this.asking = asking;
  }

  /** Writes one thing. */
  HttpResponse write(HttpRequest http, Draft draft) {
    return write(http, draft.project(), List.of(draft), Wording.NONE);
  }

  /**
   * Writes several together, each as if those before it were so already.
   *
   * @param project that they belong to, those of the organisation aside
   */
  HttpResponse write(HttpRequest http, ProjectId project, List<Draft> drafts, Wording wording) {
    Caller caller = Caller.of(http);
    Repeats.Key key = http.method().equals("POST") ? Repeats.of(http, caller.subject()) : null;
    return contention.until(() -> attempt(caller, project, drafts, wording, key));
  }

  private @Nullable HttpResponse attempt(
      Caller caller,
      ProjectId project,
      List<Draft> drafts,
      Wording wording,
      Repeats.@Nullable Key key) {
    Reading read =
        store.read(new Ask(caller.subject(), null, null, key == null ? null : key.hash(), project));
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Directory directory = store.directory();
    Actor actor = Actors.require(read.actor(), directory, caller);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      return asking.again(actor, repeat);
    }
    Rules rules = store.rules(project);
    Rules grounds = rules == null ? organisation() : rules;
    Basis basis = new Basis(grounds, directory);
    Decided decided = decided(actor, drafts, project, basis, rules == null);
    List<Edit> edits = decided.edits();
    if (edits.isEmpty()) {
      return decided.answer();
    }
    Prefixes prefixes = prefixes(edits);
    fitting(edits, basis, prefixes);
    List<Policy> governing = Governed.by(edits, grounds, directory);
    if (!governing.isEmpty()) {
      return asking.ask(
          new Proposing.Basis(actor, null, grounds, directory, counters, key),
          edits,
          governing,
          wording);
    }
    Entry.Mark mark = new Entry.Mark(actor.id(), clock.instant());
    List<Entry> entries = Enacting.entries(edits, basis, prefixes, mark);
    return registry.write(admins.keep(entries, edits, basis, mark), counters)
        ? decided.answer()
        : null;
  }

  /**
   * Makes the next revision of a request.
   *
   * @param drafts none where the same is to be written against what is there now
   */
  HttpResponse revise(
      HttpRequest http, RequestId id, Digest seen, List<Draft> drafts, Wording wording) {
    Caller caller = Caller.of(http);
    Repeats.Key key = Repeats.of(http, caller.subject());
    return contention.until(() -> revised(caller, id, seen, drafts, wording, key));
  }

  private @Nullable HttpResponse revised(
      Caller caller,
      RequestId id,
      Digest seen,
      List<Draft> drafts,
      Wording wording,
      Repeats.@Nullable Key key) {
    Reading read =
        store.read(
            new Ask(caller.subject(), id, seen, key == null ? null : key.hash(), id.project()));
    Grounds on = Grounds.of(store, read, caller, id);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      return asking.again(on.actor(), repeat);
    }
    if (on.revision().edits().isEmpty()) {
      throw Problem.of(
              409,
              "other-kind",
              "This request changes no rules: revise it by /v1/change-requests or"
                  + " /v1/access-requests.")
          .asException();
    }
    Refusal refusal =
        Requests.unrevisable(on.request(), on.actor(), seen, on.rules().access(), clock.instant());
    if (refusal != null) {
      return Answers.problem(refusal, on.clearing()).response();
    }
    Basis basis = new Basis(on.rules(), on.directory());
    List<Edit> edits =
        drafts.isEmpty()
            ? Rebasing.onto(on.revision().edits(), basis)
            : decided(on.actor(), drafts, id.project(), basis, false).edits();
    if (edits.isEmpty()) {
      throw Problem.of(409, "nothing-left", "All of it is so already: withdraw the request.")
          .asException();
    }
    fitting(edits, basis, prefixes(edits));
    return asking.revise(
        on,
        seen,
        edits,
        Governed.by(edits, on.rules(), on.directory()),
        drafts.isEmpty() && wording.equals(Wording.NONE) ? Wording.of(on.revision()) : wording,
        key);
  }

  /** What drafts come to, and what is answered once it is so. */
  private record Decided(List<Edit> edits, HttpResponse answer) {}

  private Decided decided(
      Actor actor, List<Draft> drafts, ProjectId project, Basis basis, boolean missing) {
    Basis after = basis;
    List<Edit> edits = new ArrayList<>();
    List<HttpResponse> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft.Written written = draft.decision().of(sight(actor, draft, project, after, missing));
      answers.add(written.answer());
      if (written.edit() != null) {
        edits.add(written.edit());
        after = after.with(written.edit());
      }
    }
    return new Decided(edits, answers.size() == 1 ? answers.getFirst() : together(answers));
  }

  private static void fitting(List<Edit> edits, Basis basis, Prefixes prefixes) {
    Misfit misfit = Enacting.misfit(edits, basis, prefixes);
    if (misfit != null) {
      throw new InvalidField(misfit.field(), misfit.code(), misfit.message());
    }
  }

  private Rules organisation() {
    return Objects.requireNonNull(store.rules(ProjectId.ORGANISATION), "it is always there");
  }

  private Sight sight(Actor actor, Draft draft, ProjectId project, Basis basis, boolean missing) {
    if (draft.project().equals(project)) {
      Rules rules = missing ? null : basis.rules();
      Access access = missing ? basis.rules().access().ofOrganisation() : basis.rules().access();
      return new Sight(actor.in(basis.directory()), access, basis.directory(), rules);
    }
    if (project.equals(ProjectId.ORGANISATION) && store.rules(draft.project()) == null) {
      // The organisation is asked for a new project.
      Access everywhere = basis.rules().ofOrganisation().access();
      return new Sight(actor.in(basis.directory()), everywhere, basis.directory(), null);
    }
    if (!draft.project().equals(ProjectId.ORGANISATION)) {
      throw new InvalidField(
          "changes", "project", "must be of " + project + ", or of the whole organisation");
    }
    Rules everywhere = basis.rules().ofOrganisation();
    return new Sight(
        actor.in(basis.directory()), everywhere.access(), basis.directory(), everywhere);
  }

  /** Of those that write no prefix nothing is read. */
  private Prefixes prefixes(List<Edit> edits) {
    return Enacting.claims(edits) ? registry.prefixes() : Prefixes.NONE;
  }

  private static HttpResponse together(List<HttpResponse> answers) {
    return HttpResponse.json(
        200,
        Json.object()
            .put("applied", Json.array(answers, each -> JsonText.parse(each.body())))
            .build());
  }
}
