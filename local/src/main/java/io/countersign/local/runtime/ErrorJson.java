package io.countersign.local.runtime;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** An error as Lambda's own runtimes write it: message, type, where. */
final class ErrorJson {
  private ErrorJson() {}

  static String of(Throwable error) {
    return "{\"errorMessage\":"
        + text(Objects.requireNonNullElse(error.getMessage(), ""))
        + ",\"errorType\":"
        + text(error.getClass().getName())
        + ",\"stackTrace\":["
        + Arrays.stream(error.getStackTrace())
            .map(frame -> text(frame.toString()))
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static String text(String text) {
    return text.chars()
        .mapToObj(
            each ->
                each < ' ' || each == '"' || each == '\\' || each > '~'
                    ? String.format("\\u%04x", each)
                    : Character.toString(each))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
