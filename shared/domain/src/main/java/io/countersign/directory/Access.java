package io.countersign.directory;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the bindings of a project, those of the whole organisation, and grants allow.
 *
 * @param bindings of the project
 * @param organisation given on project {@code *}, valid in each
 * @param grants those that hold at this moment; they are of use on single documents only
 */
public record Access(List<Binding> bindings, List<Binding> organisation, List<Grant> grants) {
  /** Without grants. */
  public Access(List<Binding> bindings, List<Binding> organisation) {
    this(bindings, organisation, List.of());
  }

  /** What holds in all projects alone. */
  public Access ofOrganisation() {
    return new Access(List.of(), organisation);
  }

  /** The same with these grants. */
  public Access with(List<Grant> holding) {
    return new Access(bindings, organisation, holding);
  }

  /** Whether the actor may do this to the document. Somebody inactive may nothing. */
  public boolean allows(Actor actor, Permission permission, DocumentId document) {
    return byRole(actor, permission, document) || grant(actor, permission, document) != null;
  }

  /**
   * The grant without which the actor may not do this to the document; null where there is none.
   */
  public @Nullable Grant needed(Actor actor, Permission permission, DocumentId document) {
    return byRole(actor, permission, document) ? null : grant(actor, permission, document);
  }

  private boolean byRole(Actor actor, Permission permission, DocumentId document) {
    return actor.active() && any(each -> each.gives(actor, permission, document));
  }

  private @Nullable Grant grant(Actor actor, Permission permission, DocumentId document) {
    return grants.stream()
        .filter(each -> actor.active() && each.gives(actor, permission, document))
        .max(Comparator.comparing(Grant::ends))
        .orElse(null);
  }

  /** Whether the actor's roles allow this to all that the glob matches there. */
  public boolean allows(
      Actor actor, Permission permission, EnvironmentId environment, PathGlob path) {
    return actor.active() && any(each -> each.gives(actor, permission, environment, path));
  }

  /** Whether the actor may do this in the whole project. */
  public boolean allows(Actor actor, Permission permission) {
    return actor.active() && any(each -> each.gives(actor, permission));
  }

  /**
   * Whether the actor may give the permission to others: only what they have themselves, everywhere
   * where those would have it.
   *
   * @param environment the only one it is to hold in, or null for all
   * @param path the only paths it is to hold on, or null for all
   */
  public boolean mayGive(
      Actor actor,
      Permission permission,
      @Nullable EnvironmentId environment,
      @Nullable PathGlob path) {
    return actor.active() && any(each -> each.givesWithin(actor, permission, environment, path));
  }

  /** Whether the actor may do this at least somewhere in the project. */
  public boolean allowsSomewhere(Actor actor, Permission permission) {
    return actor.active() && any(each -> each.givesSomewhere(actor, permission));
  }

  /** Everybody who may do this in the whole project. */
  public List<Person> holders(Permission permission, Directory directory) {
    return directory.people().values().stream()
        .filter(each -> allows(Actor.of(each), permission))
        .toList();
  }

  /** Everybody who may do everything to the document, by whichever roles. */
  public SortedSet<PersonId> admins(DocumentId document, Directory directory) {
    return ids(
        directory.people().values().stream()
            .filter(
                each ->
                    Stream.of(Permission.values())
                        .allMatch(permission -> allows(Actor.of(each), permission, document))));
  }

  /** Everybody who may do everything to all that the glob matches there. */
  public SortedSet<PersonId> admins(EnvironmentId environment, PathGlob path, Directory directory) {
    return ids(
        directory.people().values().stream()
            .filter(
                each ->
                    Stream.of(Permission.values())
                        .allMatch(
                            permission -> allows(Actor.of(each), permission, environment, path))));
  }

  /** Everybody who could write another policy. */
  public SortedSet<PersonId> policyWriters(Directory directory) {
    return ids(holders(Permission.POLICIES_WRITE, directory).stream());
  }

  /** Everybody who could give somebody the permission in the whole project. */
  public SortedSet<PersonId> givers(Permission permission, Directory directory) {
    return givers(permission, null, null, directory);
  }

  /** Everybody who could give somebody the permission on this document. */
  public SortedSet<PersonId> givers(
      Permission permission, DocumentId document, Directory directory) {
    return givers(
        permission, document.environment(), PathGlob.of(document.path().value()), directory);
  }

  /**
   * Everybody who could give somebody the permission there.
   *
   * @param environment the only one it is to hold in, or null for all
   * @param path the only paths it is to hold on, or null for all
   */
  public SortedSet<PersonId> givers(
      Permission permission,
      @Nullable EnvironmentId environment,
      @Nullable PathGlob path,
      Directory directory) {
    return ids(
        holders(Permission.DIRECTORY_WRITE, directory).stream()
            .filter(each -> mayGive(Actor.of(each), permission, environment, path)));
  }

  private static SortedSet<PersonId> ids(Stream<Person> people) {
    return people.map(Person::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the actor has any role here. */
  public boolean covers(Actor actor) {
    return actor.active() && any(each -> each.holder().covers(actor));
  }

  private boolean any(Predicate<Binding> test) {
    return bindings.stream().anyMatch(test) || organisation.stream().anyMatch(test);
  }
}
