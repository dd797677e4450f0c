package io.countersign.directory;

import io.countersign.project.DocumentId;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the bindings of a project, and those of the whole organisation, allow.
 *
 * @param bindings of the project
 * @param organisation given on project {@code *}, valid in each
 */
public record Access(List<Binding> bindings, List<Binding> organisation) {

  /** Whether the actor may do this to the document. Somebody inactive may nothing. */
  public boolean allows(Actor actor, Permission permission, DocumentId document) {
    return actor.active() && any(each -> each.gives(actor, permission, document));
  }

  /** Whether the actor may do this in the whole project. */
  public boolean allows(Actor actor, Permission permission) {
    return actor.active() && any(each -> each.gives(actor, permission));
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

  /** Whether the actor has any role here. */
  public boolean covers(Actor actor) {
    return actor.active() && any(each -> each.holder().covers(actor));
  }

  private boolean any(Predicate<Binding> test) {
    return bindings.stream().anyMatch(test) || organisation.stream().anyMatch(test);
  }
}
