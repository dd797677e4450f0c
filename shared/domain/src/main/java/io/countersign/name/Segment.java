package io.countersign.name;

import java.util.List;

/** The parts of paths and globs between their slashes. */
final class Segment {
  /** A regular expression; {@code .} and {@code ..} have to be told apart by the caller. */
  static final String FORM = "[A-Za-z0-9_+=.@-]{1,128}";

  private Segment() {}

  /** The parts of a text that begins with a slash; empty ones are kept. */
  static List<String> split(String value) {
    return List.of(value.substring(1).split("/", -1));
  }
}
