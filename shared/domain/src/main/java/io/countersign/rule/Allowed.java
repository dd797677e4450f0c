package io.countersign.rule;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody may propose an edit at all, whoever has to agree to it. */
public final class Allowed {
  private final Actor actor;
  private final Access access;
  private final Directory directory;

  private Allowed(Actor actor, Access access, Directory directory) {
    this.actor = actor;
    this.access = access;
    this.directory = directory;
  }

  /** What the actor lacks for one of the edits, or null. */
  public static @Nullable Reason lacking(Actor actor, List<Edit> edits, Basis basis) {
    Basis now = basis;
    for (Edit edit : edits) {
      Allowed allowed = new Allowed(actor, now.rules().access(), now.directory());
      Reason lacking = allowed.lacking(edit);
      if (lacking != null) {
        return lacking;
      }
      now = now.with(edit);
    }
    return null;
  }

  private @Nullable Reason lacking(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson _, Edit.OfMachine _, Edit.OfGroup _ ->
          everywhere(Permission.DIRECTORY_WRITE);
      case Edit.OfProject of -> somewhere(of, Permission.DIRECTORY_WRITE);
      case Edit.OfEnvironment of ->
          of.ofOrganisation()
              ? everywhere(Permission.DIRECTORY_WRITE)
              : somewhere(of, Permission.DIRECTORY_WRITE);
      case Edit.OfBinding of -> {
        Reason lacking = somewhere(of, Permission.DIRECTORY_WRITE);
        lacking = lacking == null ? given(of.before()) : lacking;
        yield lacking == null ? given(of.after()) : lacking;
      }
      case Edit.OfRole of -> {
        Reason lacking = somewhere(of, Permission.DIRECTORY_WRITE);
        yield lacking == null ? given(added(of.before(), of.after())) : lacking;
      }
      case Edit.OfDestination of -> somewhere(of, Permission.DESTINATIONS_WRITE);
      case Edit.OfChannel of -> somewhere(of, Permission.DESTINATIONS_WRITE);
      case Edit.OfPolicy of -> somewhere(of, Permission.POLICIES_WRITE);
    };
  }

  /** In the project that it belongs to, or in all of them. */
  private @Nullable Reason somewhere(Edit edit, Permission permission) {
    if (!edit.ofProject()) {
      return everywhere(permission);
    }
    return access.allows(actor, permission)
        ? null
        : Lacking.inProject(permission, access, directory);
  }

  private @Nullable Reason everywhere(Permission permission) {
    return access.ofOrganisation().allows(actor, permission)
        ? null
        : Lacking.inOrganisation(permission, access, directory);
  }

  /** What is written over is taken away: by whoever could give it. */
  private @Nullable Reason given(@Nullable Binding binding) {
    if (binding == null) {
      return null;
    }
    for (Permission permission : binding.role().permissions()) {
      if (!access.mayGive(actor, permission, binding.environment(), binding.path())) {
        return Lacking.toGive(permission, binding.environment(), binding.path(), access, directory);
      }
    }
    return null;
  }

  private @Nullable Reason given(Set<Permission> permissions) {
    for (Permission permission : permissions) {
      if (!access.mayGive(actor, permission, null, null)) {
        return Lacking.toGive(permission, null, null, access, directory);
      }
    }
    return null;
  }

  private static Set<Permission> added(@Nullable Role before, Role after) {
    Set<Permission> added = EnumSet.copyOf(after.permissions());
    if (before != null) {
      added.removeAll(before.permissions());
    }
    return added;
  }
}
