package io.countersign.notify;

import io.countersign.directory.Person;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether somebody can be sent a mail. */
final class Reachable {
  /** One address and nothing around it, so that no second one can ride along. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl},;:<>()\"@]+@[^\\s\\p{Cntrl},;:<>()\"@]+");

  private Reachable() {}

  /** Why not, or null. */
  static @Nullable String hindrance(@Nullable Person person) {
    if (person == null) {
      return "the directory does not know the person";
    }
    if (!person.active()) {
      return "the person is deactivated";
    }
    if (person.email().isBlank()) {
      return "the person has no mail address";
    }
    return ADDRESS.matcher(person.email()).matches() ? null : "the mail address is not usable";
  }
}
