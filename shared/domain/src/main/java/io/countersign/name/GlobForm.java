package io.countersign.name;

import java.util.regex.Pattern;

/** What a {@link PathGlob} may look like; each mistake is told in its own words. */
final class GlobForm {
  private static final int MOST_SEGMENTS = 10;
  private static final Pattern LITERAL = Pattern.compile(Segment.FORM);

  private GlobForm() {}

  static void check(String text) {
    if (!text.startsWith("/")) {
      throw invalid("begins with '/'; '/**' stands for every path");
    }
    int counted = 0;
    String before = "";
    for (String part : Segment.split(text)) {
      if (part.equals("**")) {
        if (before.equals("**")) {
          throw invalid("one '**' is enough: it already stands for any number of segments");
        }
      } else {
        checkPart(part);
        counted++;
      }
      before = part;
    }
    if (counted > MOST_SEGMENTS) {
      throw invalid("at most 10 segments besides '**': no path has more");
    }
  }

  private static void checkPart(String part) {
    if (part.isEmpty()) {
      throw invalid("no empty segment, and no '/' at the end");
    }
    if (part.equals(".") || part.equals("..")) {
      throw invalid("no segment '.' or '..'");
    }
    if (part.equals("*")) {
      return;
    }
    if (part.indexOf('*') >= 0) {
      throw invalid("'*' and '**' stand for whole segments, not for a part of one");
    }
    if (!LITERAL.matcher(part).matches()) {
      throw invalid("segments are '*', '**' or 1 to 128 letters, digits and _+=.@-");
    }
  }

  private static InvalidName invalid(String message) {
    return new InvalidName("path-glob", message);
  }
}
