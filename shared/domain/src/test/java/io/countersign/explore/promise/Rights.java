package io.countersign.explore.promise;

import io.countersign.directory.Directory;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.policy.Rules;

/** Who may do what by roles; in a realm no role is narrowed, and none is given to a group. */
record Rights(Rules rules, Directory directory) {
  boolean may(String who, Permission permission) {
    return active(who)
        && rules.access().bindings().stream()
            .anyMatch(
                each ->
                    holder(each.holder()).equals(who)
                        && each.role().permissions().contains(permission));
  }

  boolean active(String who) {
    return directory.people().values().stream()
            .anyMatch(each -> each.id().value().equals(who) && each.active())
        || directory.machines().values().stream()
            .anyMatch(each -> each.id().value().equals(who) && each.active());
  }

  private static String holder(Holder holder) {
    return switch (holder) {
      case Holder.OnePerson(PersonId id) -> id.value();
      case Holder.OneMachine(MachineId id) -> id.value();
      case Holder.OneGroup _ -> "";
    };
  }
}
