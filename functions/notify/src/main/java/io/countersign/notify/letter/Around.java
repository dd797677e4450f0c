package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A merge that goes around its approvers.
 *
 * @param reason what its author gives as the reason
 * @param against the names of those whose rejections stood; empty when there were none
 * @param missing which approvals it lacks; empty when rejections alone stood against it
 */
public record Around(String reason, String against, String missing) {
  public static Around of(
      String reason, Collection<PersonId> against, List<Reason> missing, Directory directory) {
    return new Around(
        Said.text(reason),
        Said.names(against, directory),
        Said.text(missing.stream().map(Reason::message).collect(Collectors.joining(" "))));
  }
}
