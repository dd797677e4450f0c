package io.countersign.directory;

/**
 * Who acts: a person or a machine. A person's text is their slug and a machine's is {@code
 * machine:<slug>}, so that no machine is ever taken for a person.
 */
public sealed interface ActorId extends Comparable<ActorId> permits PersonId, MachineId {
  /** The text that is stored, sealed and shown; no two actors have the same. */
  String value();

  /**
   * The actor of that text.
   *
   * @throws io.countersign.name.InvalidName when it is none
   */
  static ActorId of(String text) {
    return text.startsWith(MachineId.MARK)
        ? new MachineId(text.substring(MachineId.MARK.length()))
        : new PersonId(text);
  }

  @Override
  default int compareTo(ActorId other) {
    return value().compareTo(other.value());
  }
}
