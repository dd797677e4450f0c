package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Difference;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What every letter says; all that people wrote is cleaned by {@link Said}.
 *
 * @param head the request and its revision
 * @param author of the revision, by name
 * @param authors of this and all earlier revisions, by name
 * @param message of the authors, or empty
 * @param access what is asked for besides changes of documents, line by line
 * @param done what is so once it is merged
 * @param entrance how the reader gets to the request
 * @param because why the reader gets the letter
 */
public record Facts(
    String request,
    String head,
    String title,
    String author,
    String authors,
    String message,
    List<Touched> documents,
    List<Line> access,
    String done,
    Entrance entrance,
    String because) {
  /**
   * What a revision says to a reader.
   *
   * @param told what they are told of each fact about a rule that it changes
   */
  public static Facts of(
      Revision revision,
      Directory directory,
      UnaryOperator<Difference> told,
      Entrance entrance,
      String because) {
    String request = revision.request().toString();
    return new Facts(
        request,
        request + ", revision " + revision.number(),
        Said.title(revision.title()),
        Said.name(directory.nameOf(revision.author())),
        Said.names(revision.authors(), directory),
        Said.text(revision.message()),
        Touched.of(revision),
        Line.of(revision, directory, told),
        switch (revision.payload()) {
          case Payload.OfSecrets _ -> "The secrets hold the change.";
          case Payload.OfAccess _ -> "The access is given.";
          case Payload.OfGovernance _ -> "The rules hold as they were proposed.";
        },
        entrance,
        because);
  }

  public String link() {
    return entrance.link();
  }

  public String code() {
    return entrance.code();
  }
}
