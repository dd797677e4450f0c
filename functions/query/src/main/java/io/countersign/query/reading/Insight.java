package io.countersign.query.reading;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;

/**
 * What somebody sees of the directory: names for everybody who is in it, because they stand on
 * every request and approvers are chosen from them; how to reach somebody and whom they sign in as
 * for themselves, and for those who may write it.
 *
 * @param everywhere what is allowed in all projects
 */
public record Insight(Actor reader, Access everywhere, Directory directory) {
  /** Whether more than the name is shown of that one. */
  public boolean whole(ActorId id) {
    return reader.id().equals(id) || everywhere.allows(reader, Permission.DIRECTORY_WRITE);
  }
}
