package io.countersign.local;

import io.countersign.local.people.Person;
import java.util.ArrayList;
import java.util.List;

/** What a person at the terminal needs to know of a running stack. */
final class Welcome {
  private Welcome() {}

  static List<String> lines(LocalStack stack) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Dashboard       " + stack.dashboard() + "/");
    lines.add("Sent mails      " + stack.mailPage());
    lines.add("Sent chats      " + stack.chat().address());
    lines.add("AWS endpoint    " + stack.endpoint() + "   (region " + LocalStack.REGION + ")");
    lines.add("Logs            " + stack.logs());
    lines.add("Bootstrap code  ./dev code   (where nobody is admin yet)");
    lines.add("");
    for (Person person : Person.ALL) {
      lines.add(
          String.format(
              "%-15s %-16s %s",
              person.email().equals("ada@example.com") ? "People" : "",
              person.email(),
              person.password() + "   " + person.role()));
    }
    lines.add("");
    lines.add("Ctrl-C or ./dev down stops it; its state is kept.");
    return lines;
  }
}
