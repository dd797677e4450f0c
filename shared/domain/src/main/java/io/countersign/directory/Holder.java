package io.countersign.directory;

/** To whom a role is given. */
public sealed interface Holder {
  /** Whether the actor is that person, that machine or a member of that group. */
  boolean covers(Actor actor);

  record OnePerson(PersonId id) implements Holder {
    @Override
    public boolean covers(Actor actor) {
      return actor.id().equals(id);
    }
  }

  record OneMachine(MachineId id) implements Holder {
    @Override
    public boolean covers(Actor actor) {
      return actor.id().equals(id);
    }
  }

  record OneGroup(GroupId id) implements Holder {
    @Override
    public boolean covers(Actor actor) {
      return actor.groups().contains(id);
    }
  }
}
