package io.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.local.CommandLine.Command;
import io.countersign.local.CommandLine.Flag;
import io.countersign.local.process.StackFailure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static CommandLine of(String line) {
    return CommandLine.of(List.of(line.split(" ", -1)));
  }

  @Test
  void demoTakesFunctionsToKill() {
    assertThat(of("demo --once --kill vote --kill relay"))
        .isEqualTo(
            new CommandLine(Command.DEMO, Set.of(Flag.ONCE), List.of("vote", "relay"), 4600, ""));
  }

  @Test
  void upMayDropItsStateAndMakeNothing() {
    assertThat(of("up --fresh --empty").flags()).containsExactlyInAnyOrder(Flag.FRESH, Flag.EMPTY);
  }

  @Test
  void upTakesAPort() {
    assertThat(of("up --port 5000").port()).isEqualTo(5000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "down",
        "up --once",
        "up --kill vote",
        "demo --kill",
        "demo --empty",
        "shots --once",
        "up --port x",
        "demo it"
      })
  void anythingElseIsToldHowItIsUsed(String line) {
    assertThatThrownBy(() -> of(line))
        .isInstanceOf(StackFailure.class)
        .hasMessageStartingWith("Usage");
  }
}
