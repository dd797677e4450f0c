package io.countersign.admin;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Entry;
import io.countersign.store.Journal;
import io.countersign.store.Reading;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one way to write an entry: counters, rules, decision, transaction; and again on a change. */
final class Writing {
  /** Decides what is to be written; every refusal is a problem thrown. */
  interface Decision {
    Written of(Sight sight);
  }

  /** An entry and the answer once it is written; no entry where it is there already. */
  record Written(@Nullable Entry entry, HttpResponse answer) {}

  /** What a decision may look at. */
  record Sight(Actor actor, Access access, Directory directory, @Nullable Rules rules) {
    /** The project's rules; 404 where there is no such project, or none to be seen. */
    Rules project() {
      if (rules == null || !access.covers(actor)) {
        throw Problem.notFound().asException();
      }
      return rules;
    }

    /** Not enough to have it in one project: what is claimed here nobody else can have. */
    void requiresOfOrganisation(Permission permission) {
      if (!new Access(List.of(), access.organisation()).allows(actor, permission)) {
        throw refused(Lacking.inOrganisation(permission, access, directory));
      }
    }

    /**
     * Whoever gives permissions to others must have them, everywhere where those would have them.
     *
     * @param environment the only one they are to hold in, or null for all
     * @param path the only paths they are to hold on, or null for all
     */
    void requiresToGive(
        Set<Permission> permissions, @Nullable EnvironmentId environment, @Nullable PathGlob path) {
      for (Permission permission : permissions) {
        if (!access.mayGive(actor, permission, environment, path)) {
          throw refused(Lacking.toGive(permission, environment, path, access, directory));
        }
      }
    }

    void requires(Permission permission) {
      if (!access.allows(actor, permission)) {
        throw refused(Lacking.inProject(permission, shown(), directory));
      }
    }

    /** Who has no role in a project is not told who has. */
    private Access shown() {
      return access.covers(actor) ? access : new Access(List.of(), access.organisation());
    }

    private ProblemException refused(Reason lacking) {
      return Answers.problem(Refusal.forbidden(lacking), directory).asException();
    }
  }

  private final Store store;
  private final Registry registry;
  private final Contention contention;
  private final Admins admins;

  Writing(
      Store store, Registry registry, Journal journal, InstantSource clock, Contention contention) {
    this.store = store;
    this.registry = registry;
    this.contention = contention;
    this.admins = new Admins(registry, journal, clock);
  }

  /** Writes something of the whole organisation. */
  HttpResponse organisation(HttpRequest http, Decision decision) {
    return write(http, ProjectId.ORGANISATION, decision);
  }

  /** Writes something of the project that the path names, or of all: {@code *}. */
  HttpResponse anywhere(HttpRequest http, Decision decision) {
    return write(http, http.parameter("project", ProjectId::new), decision);
  }

  /** Writes something of the project that the path names. */
  HttpResponse project(HttpRequest http, Decision decision) {
    return write(http, http.parameter("project", ProjectId::of), decision);
  }

  private HttpResponse write(HttpRequest http, ProjectId project, Decision decision) {
    Caller caller = Caller.of(http);
    return contention.until(
        () -> {
          Reading read = store.read(new Ask(caller.subject(), null, null, null, project));
          Directory directory = store.directory();
          Actor actor = Actors.require(read.actor(), directory, caller);
          Rules rules = project.equals(ProjectId.ORGANISATION) ? null : store.rules(project);
          Access access =
              rules == null ? new Access(List.of(), registry.organisation()) : rules.access();
          Sight sight = new Sight(actor, access, directory, rules);
          Written written = decision.of(sight);
          Entry entry = written.entry();
          return entry == null
                  || registry.write(
                      admins.keep(entry, sight), Objects.requireNonNull(read.counters()))
              ? written.answer()
              : null;
        });
  }
}
