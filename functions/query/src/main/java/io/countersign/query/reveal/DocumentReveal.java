package io.countersign.query.reveal;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.Permission;
import io.countersign.document.Member;
import io.countersign.edge.command.Actors;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Lacking;
import io.countersign.journal.Deed;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Journal;
import io.countersign.store.Note;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows the current value of a key to who has {@code secrets:reveal} there. It is in the project's
 * journal before it leaves; where that cannot be written, or the right to see it ends meanwhile,
 * nothing is shown.
 */
public final class DocumentReveal {
  private final Store store;
  private final Journal journal;
  private final Managed managed;
  private final InstantSource clock;
  private final Contention contention;

  public DocumentReveal(
      Store store, Journal journal, Managed managed, InstantSource clock, Contention contention) {
    this.store = store;
    this.journal = journal;
    this.managed = managed;
    this.clock = clock;
    this.contention = contention;
  }

  public HttpResponse reveal(HttpRequest http) {
    Caller caller = Caller.of(http);
    ProjectId project = http.parameter("project", ProjectId::of);
    EnvironmentId environment = http.parameter("environment", EnvironmentId::new);
    Fields body = http.fields();
    DocumentId document = new DocumentId(environment, body.typed("path", DocumentPath::of));
    String key = body.text("key");
    body.end();
    return contention.until(() -> attempt(caller, project, document, key));
  }

  private @Nullable HttpResponse attempt(
      Caller caller, ProjectId project, DocumentId document, String key) {
    Reading reading = store.read(new Ask(caller.subject(), null, null, null, project));
    Actor read = Actors.require(reading.actor(), caller);
    Rules rules = store.rules(project);
    // As the directory has them that the counters stand for: see Command.
    Directory directory = store.directory();
    Actor actor = Actors.require(read, directory, caller);
    if (rules == null
        || !rules.environments().containsKey(document.environment())
        || Reader.roles(actor, rules.access()).isEmpty()) {
      throw Problem.notFound().asException();
    }
    if (!rules.access().allows(actor, Permission.SECRETS_REVEAL, document)) {
      return refused(document, rules, directory);
    }
    Current current = Current.of(document, managed.read(document, rules), key);
    Member member = current.member();
    String version = current.versionId();
    if (member == null || version == null) {
      throw Problem.notFound().asException();
    }
    Grant grant = rules.access().needed(actor, Permission.SECRETS_REVEAL, document);
    Deed deed =
        new Deed.Revealed(actor.id(), document, key, version, grant == null ? null : grant.id());
    Note note =
        new Note(
            journal.tip(project),
            deed,
            clock.instant(),
            Objects.requireNonNull(reading.counters(), "asked for"));
    if (!journal.write(note)) {
      return null;
    }
    // What was on its way for longer than the access holds is not shown any more.
    return grant == null || grant.holds(clock.instant())
        ? shown(document, key, current)
        : refused(document, rules, directory);
  }

  private static HttpResponse refused(DocumentId document, Rules rules, Directory directory) {
    return Reader.lacking(
            Lacking.on(document, Permission.SECRETS_REVEAL, rules.access(), directory), directory)
        .problem()
        .response();
  }

  private static HttpResponse shown(DocumentId document, String key, Current current) {
    return HttpResponse.json(
        200,
        Json.object()
            .put("environment", document.environment().value())
            .put("path", document.path().value())
            .put("key", key)
            .put("current", current.json().build())
            .build());
  }
}
