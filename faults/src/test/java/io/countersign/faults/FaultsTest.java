package io.countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.faults.aws.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final int ABREAST = 2;

  /** Every call of every command, and every fault at it. */
  @Test
  void whatever_goes_wrong_at_any_call_nothing_is_lost_or_doubled_and_who_comes_next_finishes_it()
      throws IOException, InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    Chart chart;
    try (Cloud cloud = Cloud.start()) {
      chart = new Chart(sections(cloud));
    }
    Path made = Cloud.root().resolve("faults/target/faults.md");
    Files.writeString(made, chart.text());
    System.out.printf("%s, %d s%n", chart.summary(), (System.nanoTime() - begin) / 1_000_000_000);
    assertThat(chart.broken()).as("broken promises").isEmpty();
    assertThat(chart.beyond()).as("what no role allows").isEmpty();
    assertThat(chart.text())
        .as("docs/faults.md is not current: copy faults/target/faults.md over it")
        .isEqualTo(Files.readString(Cloud.root().resolve("docs/faults.md")));
  }

  private static List<Section> sections(Cloud cloud)
      throws InterruptedException, ExecutionException {
    List<Future<Section>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ABREAST)) {
      // The longest are among the last.
      for (Command command : Command.all().reversed()) {
        running.add(threads.submit(() -> Trials.of(command, cloud)));
      }
    }
    List<Section> sections = new ArrayList<>();
    for (Future<Section> each : running.reversed()) {
      sections.add(each.get());
    }
    return sections;
  }
}
