package io.countersign.verify;

import io.countersign.audit.Verdict;
import io.countersign.audit.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Verifies a file of export pages, one after the other. Ends with 0 when it is whole, 1 when a
 * record was changed, is missing or out of order, 2 when there is no such file.
 */
public final class Main {
  private Main() {}

  /** Takes the file's path. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length != 1) {
      err.println("Usage: verify <file of export pages>");
      return 2;
    }
    try {
      return told(verdict(Path.of(arguments[0])), out);
    } catch (IOException e) {
      err.println("Cannot read " + arguments[0] + ": " + e.getClass().getSimpleName());
      return 2;
    }
  }

  private static int told(Verdict verdict, PrintStream out) {
    return switch (verdict) {
      case Verdict.Whole(long requests, long events) -> {
        out.println("Whole: " + requests + " requests, " + events + " events.");
        yield 0;
      }
      case Verdict.Broken(long line, String record, String problem) -> {
        out.println("Broken at line " + line + ": " + record + " " + problem + ".");
        yield 1;
      }
    };
  }

  /** Only a line feed ends a line; what is no UTF-8 becomes another text, which no hash fits. */
  private static Verdict verdict(Path file) throws IOException {
    Verifier verifier = new Verifier();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        if (next == '\n') {
          verifier.line(line.toString());
          line.setLength(0);
        } else {
          line.append((char) next);
        }
      }
      if (!line.isEmpty()) {
        verifier.line(line.toString());
      }
    }
    return verifier.end();
  }
}
