package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import java.util.Collection;

/**
 * A merge that goes around its approvers.
 *
 * @param reason what its author gives as the reason
 * @param against the names of those whose rejections stood; empty when there were none
 */
public record Around(String reason, String against) {
  public static Around of(String reason, Collection<PersonId> against, Directory directory) {
    return new Around(Said.text(reason), Said.names(against, directory));
  }
}
