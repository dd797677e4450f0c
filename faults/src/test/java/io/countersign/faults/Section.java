package io.countersign.faults;

import io.countersign.faults.aws.Fault;
import io.countersign.faults.aws.FunctionWrite;
import io.countersign.faults.aws.Site;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the table that is about one command.
 *
 * @param all its calls
 * @param told what came of each fault at each call
 * @param runs how often the command was run for that
 * @param writes which functions wrote where
 */
record Section(
    Command command,
    List<Site> all,
    Map<Trial.Point, Trial> told,
    int runs,
    Set<FunctionWrite> writes) {
  String title() {
    return command.title();
  }

  List<Site> sites() {
    return command.under(all);
  }

  String text() {
    StringBuilder text = new StringBuilder("\n## " + title() + "\n\n| call |");
    text.append(row(faults().map(Fault::title).toList()));
    text.append("|---|").append(row(faults().map(_ -> "---").toList()));
    for (Site site : sites()) {
      text.append("| ").append(site.title()).append(" |");
      text.append(row(faults().map(fault -> cell(site, fault)).toList()));
    }
    if (command.then() != null) {
      text.append("\nFrom here on it is \"").append(command.then()).append("\".\n");
    }
    return text.toString();
  }

  /** Without those that only chats know, where no chat is called. */
  private Stream<Fault> faults() {
    return Arrays.stream(Fault.values())
        .filter(
            fault -> fault == Fault.CONFLICT || all.stream().anyMatch(site -> site.canMeet(fault)));
  }

  private String cell(Site site, Fault fault) {
    Trial trial = told.get(new Trial.Point(site, fault));
    return trial == null ? "–" : trial.words();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", " ", " |\n"));
  }

  /** The broken promises, each with where it was broken. */
  List<String> broken() {
    return new LinkedHashSet<>(told.values())
        .stream()
            .filter(each -> each.broken() != null)
            .map(
                each ->
                    title()
                        + ", "
                        + each.point().site().title()
                        + ", "
                        + each.point().fault().title()
                        + ": "
                        + each.broken())
            .toList();
  }
}
