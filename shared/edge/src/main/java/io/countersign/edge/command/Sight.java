package io.countersign.edge.command;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;

/** Who looks, and what they may see. */
public record Sight(Actor reader, Access access, Directory directory) {
  Answers.Names names() {
    return directory::nameOf;
  }
}
