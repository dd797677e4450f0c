package io.countersign.document;

/** One operation on the keys of a document (design §1, change set). */
public sealed interface Edit {
  /**
   * Gives a key a value, whether or not the document has it. The key is a {@link KeyName}, or any
   * name that the document has; the empty text is a value.
   */
  sealed interface Valued extends Edit {
    String key();

    String text();

    /** A value that is written as this kind, whatever stands there. */
    static Valued written(String key, Kind kind, String text) {
      return kind == Kind.STRING ? new Text(key, text) : new Bare(key, text);
    }
  }

  /** A value that is written as {@link Document#kindOf} says. */
  record Set(String key, String text) implements Valued {
    /** The key; the value is a secret and stays out of every log line. */
    @Override
    public String toString() {
      return "Set[" + Shown.name(key) + "]";
    }
  }

  /** A value that is written as a JSON string, whatever stands there. */
  record Text(String key, String text) implements Valued {
    /** The key; the value is a secret and stays out of every log line. */
    @Override
    public String toString() {
      return "Text[" + Shown.name(key) + "]";
    }
  }

  /**
   * A number, boolean or null that is written as it is, whatever stands there.
   *
   * @param text its JSON token
   */
  record Bare(String key, String text) implements Valued {
    /**
     * Checks the token.
     *
     * @throws IllegalArgumentException when the text is none of that kind
     */
    public Bare {
      Kind kind = Kind.ofToken(text);
      if (kind == null || kind == Kind.STRING) {
        throw new IllegalArgumentException("no JSON token that can be written bare");
      }
    }

    /** The key; the value is a secret and stays out of every log line. */
    @Override
    public String toString() {
      return "Bare[" + Shown.name(key) + "]";
    }
  }

  /**
   * Takes a key away.
   *
   * @param key a name that the document has
   */
  record Delete(String key) implements Edit {}

  /**
   * Gives a member another name; its value and place stay.
   *
   * @param from a name that the document has
   * @param to a {@link KeyName}, or a name that the document has and that is itself moved or
   *     deleted
   */
  record Rename(String from, String to) implements Edit {}
}
