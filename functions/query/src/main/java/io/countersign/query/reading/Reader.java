package io.countersign.query.reading;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Join;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.store.Ask;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who reads, and what they may look at. */
public final class Reader {
  private final Store store;
  private final Registry registry;

  public Reader(Store store, Registry registry) {
    this.store = store;
    this.registry = registry;
  }

  public Actor actor(HttpRequest http) {
    Caller caller = Caller.of(http);
    return Actors.require(store.read(Ask.who(caller.subject())).actor(), caller);
  }

  /** The rules of the project in the path, for anybody with a role in it. */
  public Rules project(HttpRequest http) {
    Actor actor = actor(http);
    Rules rules = store.rules(http.parameter("project", ProjectId::new));
    if (rules == null || roles(actor, rules.access()).isEmpty()) {
      throw Problem.notFound().asException();
    }
    return rules;
  }

  /**
   * What is allowed in a project, or in all of them, {@code *}, for anybody with a role there.
   *
   * @throws ProblemException 404 for anybody else
   */
  public Access access(Actor actor, ProjectId project) {
    Access access = project.equals(ProjectId.ORGANISATION) ? everywhere() : within(project);
    if (!access.covers(actor)) {
      throw Problem.notFound().asException();
    }
    return access;
  }

  private Access within(ProjectId project) {
    Rules rules = store.rules(project);
    return rules == null ? new Access(List.of(), List.of()) : rules.access();
  }

  /** The bindings of the project in the path, or those that hold in all of them: {@code *}. */
  public List<Binding> bindings(HttpRequest http) {
    ProjectId project = http.parameter("project", ProjectId::new);
    Access access = access(actor(http), project);
    return project.equals(ProjectId.ORGANISATION) ? access.organisation() : access.bindings();
  }

  /** The directory, as somebody in it may look at it. */
  public Insight insight(HttpRequest http) {
    Actor actor = actor(http);
    return new Insight(actor, everywhere(), store.directory());
  }

  /** The directory, for anybody in it; {@link #insight} says what they see of each. */
  public Directory directory(HttpRequest http) {
    actor(http);
    return store.directory();
  }

  /** The names of the roles that the actor has in a project. */
  public static SortedSet<String> roles(Actor actor, Access access) {
    SortedSet<String> roles = new TreeSet<>();
    for (List<Binding> bindings : List.of(access.bindings(), access.organisation())) {
      for (Binding binding : bindings) {
        if (binding.holder().covers(actor)) {
          roles.add(binding.role().id().value());
        }
      }
    }
    return roles;
  }

  /** Who asks to join, for those who may let them in. */
  public List<Join> joins(HttpRequest http, Instant now) {
    Access everywhere = everywhere();
    if (!everywhere.allows(actor(http), Permission.DIRECTORY_WRITE)) {
      Directory directory = store.directory();
      throw lacking(
          Lacking.inOrganisation(Permission.DIRECTORY_WRITE, everywhere, directory), directory);
    }
    return registry.joins(now);
  }

  /** 403 for a permission that the reader lacks, with who could give it. */
  public static ProblemException lacking(Reason permission, Directory directory) {
    return Answers.problem(Refusal.forbidden(permission), directory).asException();
  }

  /** What holds in all projects. */
  private Access everywhere() {
    return new Access(List.of(), registry.organisation());
  }
}
