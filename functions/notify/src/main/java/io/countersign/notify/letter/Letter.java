package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.link.Turn;
import io.countersign.revision.Revision;
import io.countersign.rule.Difference;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One text to several people.
 *
 * @param readers and why each of them gets it
 * @param turn which of the mails that ask for votes it is, or null where it is none
 * @param look how it stands out among others
 */
public record Letter(
    SortedMap<PersonId, String> readers, Words words, @Nullable Turn turn, Look look) {
  private static final int LONGEST_SUBJECT = 120;

  /** How a letter looks in an inbox. */
  public enum Look {
    PLAIN,
    /** Of a merge around its approvers that has begun. */
    BYPASSING,
    /** Of one that is done. */
    BYPASSED
  }

  public Letter(SortedMap<PersonId, String> readers, Words words, Turn turn) {
    this(readers, words, turn, Look.PLAIN);
  }

  /** One that asks nobody for a vote. */
  public Letter(SortedMap<PersonId, String> readers, Words words) {
    this(readers, words, null, Look.PLAIN);
  }

  /** One of a merge around its approvers, which nobody is to take for one of the others. */
  public static Letter alarm(SortedMap<PersonId, String> readers, Words words, Look look) {
    return new Letter(readers, words, null, look);
  }

  /** Which of the letters it is. */
  public interface Words {
    String in(Letters letters, Facts facts);
  }

  /** The letter as one reader gets it. */
  public record Written(String subject, String html, String text) {}

  /**
   * Writes it to one of the readers.
   *
   * @param told what they are told of each fact about a rule that it changes
   */
  public Written to(
      PersonId reader,
      Revision revision,
      Directory directory,
      UnaryOperator<Difference> told,
      Entrance entrance) {
    String because = Objects.requireNonNull(readers.get(reader));
    Facts facts = Facts.of(revision, directory, told, entrance, because);
    return new Written(
        Said.head(
            before(directory.nameOf(revision.author()))
                + "["
                + revision.request()
                + "] "
                + revision.title(),
            LONGEST_SUBJECT),
        words.in(new HtmlLetters(), facts),
        words.in(new TextLetters(), facts));
  }

  private String before(String author) {
    return switch (look) {
      case PLAIN -> "";
      case BYPASSING -> "BYPASSED by " + author + ", merging: ";
      case BYPASSED -> "BYPASSED by " + author + ", merged: ";
    };
  }
}
