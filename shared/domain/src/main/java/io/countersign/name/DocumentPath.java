package io.countersign.name;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a document stands in its environment, for example {@code /payments/db}; case-sensitive, and
 * taken as it is: whoever reads it from a URL has decoded it once (design §1, Names).
 *
 * @param value 1 to 10 segments, each after a {@code /}, of 1 to 128 of {@code [A-Za-z0-9_+=.@-]},
 *     none of them {@code .} or {@code ..}
 */
public record DocumentPath(String value) implements Comparable<DocumentPath> {
  private static final Pattern FORM =
      Pattern.compile("(/(?!\\.{1,2}(/|$))" + Segment.FORM + "){1,10}");

  /**
   * Checks the form.
   *
   * @throws InvalidName with the rule {@code path}
   */
  public DocumentPath {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "path",
          "1 to 10 segments, each after a '/', of 1 to 128 letters, digits and _+=.@-,"
              + " none of them '.' or '..'");
    }
  }

  /**
   * The path of this form.
   *
   * @throws InvalidName with the rule {@code path}, when the text has another form
   */
  public static DocumentPath of(String text) {
    return new DocumentPath(text);
  }

  /** The segments in order, without their slashes; never empty. */
  public List<String> segments() {
    return Segment.split(value);
  }

  @Override
  public int compareTo(DocumentPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
