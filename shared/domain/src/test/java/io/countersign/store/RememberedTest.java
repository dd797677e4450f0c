package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was read is used again while both counters stand as then, and not a moment longer. */
class RememberedTest {
  private final Remembered remembered = new Remembered();
  private final List<String> reads = new ArrayList<>();

  private void rules(String project, long rules, long directory) {
    Rules found = Rulebook.rules(List.of());
    ProjectId id = ProjectId.of(project);
    Rules known =
        remembered.rules(
            new Counters(id, rules, directory),
            asked -> {
              reads.add(asked.value());
              return found;
            });
    assertThat(known).isEqualTo(found);
  }

  private void directory(long rules, long directory) {
    Directory known =
        remembered.directory(
            new Counters(Rulebook.PAYMENTS, rules, directory),
            () -> {
              reads.add("people");
              return Directory.EMPTY;
            });
    assertThat(known).isEqualTo(Directory.EMPTY);
  }

  @Test
  void whatHasNotMovedIsReadOnce() {
    rules("one", 1, 1);
    rules("one", 1, 1);
    assertThat(reads).containsExactly("one");
    directory(1, 1);
    directory(2, 1);
    assertThat(reads).containsExactly("one", "people");
  }

  @Test
  void eitherCounterThatMovedHasTheRulesReadAnew() {
    rules("one", 1, 1);
    rules("one", 2, 1);
    rules("one", 2, 2);
    assertThat(reads).containsExactly("one", "one", "one");
    directory(2, 2);
    directory(2, 3);
    assertThat(reads).containsExactly("one", "one", "one", "people", "people");
  }

  @Test
  void noProjectTakesAnothersAndNoMoreAreKeptThanWereUsedLately() {
    for (int i = 0; i < 512; i++) {
      rules("project-" + i, 1, 1);
    }
    rules("project-0", 1, 1);
    assertThat(reads).hasSize(512);
    rules("project-512", 1, 1);
    rules("project-0", 1, 1);
    assertThat(reads).hasSize(513);
    rules("project-1", 1, 1);
    assertThat(reads).hasSize(514).endsWith("project-1");
  }

  @Test
  void thatThereIsNoSuchProjectIsRememberedToo() {
    Counters none = new Counters(Rulebook.PAYMENTS, 0, 0);
    assertThat(remembered.rules(none, _ -> null)).isNull();
    assertThat(
            remembered.rules(
                none,
                _ -> {
                  throw new AssertionError("read again");
                }))
        .isNull();
  }
}
