package io.countersign.faults;

import io.countersign.faults.aws.Fault;
import io.countersign.faults.aws.Site;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The part of the table that is about one command.
 *
 * @param all its calls
 * @param told what came of each fault at each call
 * @param runs how often the command was run for that
 */
record Section(Command command, List<Site> all, Map<Trial.Point, Trial> told, int runs) {
  String title() {
    return command.title();
  }

  List<Site> sites() {
    return command.under(all);
  }

  String text() {
    StringBuilder text = new StringBuilder("\n## " + title() + "\n\n| call |");
    text.append(row(Arrays.stream(Fault.values()).map(Fault::title).toList()));
    text.append("|---|").append(row(Arrays.stream(Fault.values()).map(_ -> "---").toList()));
    for (Site site : sites()) {
      text.append("| ").append(site.title()).append(" |");
      text.append(row(Arrays.stream(Fault.values()).map(fault -> cell(site, fault)).toList()));
    }
    if (command.then() != null) {
      text.append("\nFrom here on it is \"").append(command.then()).append("\".\n");
    }
    return text.toString();
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
