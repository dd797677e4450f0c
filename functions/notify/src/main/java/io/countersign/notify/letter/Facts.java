package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import java.util.List;

/**
 * What every letter says; all that people wrote is cleaned by {@link Said}.
 *
 * @param head the request and its revision
 * @param author of the revision, by name
 * @param authors of this and all earlier revisions, by name
 * @param message of the authors, or empty
 * @param access what is asked for, line by line; empty where it is no access
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
  /** What a revision says to a reader. */
  public static Facts of(
      Revision revision, Directory directory, Entrance entrance, String because) {
    String request = revision.request().toString();
    return new Facts(
        request,
        request + ", revision " + revision.number(),
        Said.title(revision.title()),
        Said.name(directory.nameOf(revision.author())),
        Said.names(revision.authors(), directory),
        Said.text(revision.message()),
        Touched.of(revision),
        Line.of(revision, directory),
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
