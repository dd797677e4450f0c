package io.countersign.destination;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Parameter Store takes. */
final class ParameterRules {
  private static final int LONGEST_NAME = 1011;
  private static final int MOST_LEVELS = 15;

  // A key with a '/' would land in the place of another document.
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\-/]+");
  private static final Pattern RESERVED = Pattern.compile("(?i)/*(aws|ssm).*");

  private ParameterRules() {}

  /** Why the key's parameter cannot be, or null. */
  static @Nullable String problem(String key, Parameter parameter) {
    String name = parameter.name();
    if (!KEY.matcher(key).matches()) {
      return "a parameter's name takes letters, digits and _.- only";
    }
    if (!NAME.matcher(name).matches()) {
      return "the document's path has characters that a parameter's name does not take";
    }
    if (RESERVED.matcher(name).matches()) {
      return "names beginning with aws or ssm are reserved";
    }
    if (name.length() > LONGEST_NAME) {
      return "the name is longer than " + LONGEST_NAME + " characters";
    }
    if (levels(name) > MOST_LEVELS) {
      return "the name has more than " + MOST_LEVELS + " levels";
    }
    if (parameter.value().isEmpty()) {
      return "the value is empty";
    }
    if (parameter.bytes() > Parameter.ADVANCED_BYTES) {
      return "the value is longer than " + Parameter.ADVANCED_BYTES + " bytes";
    }
    if (parameter.value().contains("{{")) {
      return "the value has {{ in it";
    }
    return null;
  }

  private static long levels(String name) {
    return name.chars().filter(each -> each == '/').count();
  }
}
