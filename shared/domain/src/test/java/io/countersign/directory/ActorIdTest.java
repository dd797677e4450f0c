package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.name.InvalidName;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ActorIdTest {
  private static final PersonId PERSON = new PersonId("deploy");
  private static final MachineId MACHINE = new MachineId("deploy");

  @Test
  void aMachineIsNeverTakenForThePersonOfTheSameName() {
    assertThat(MACHINE.value()).isNotEqualTo(PERSON.value());
    assertThat(new TreeSet<ActorId>(Set.of(PERSON)).contains(MACHINE)).isFalse();
  }

  @Test
  void theTextNamesTheActor() {
    assertThat(PERSON.value()).isEqualTo("deploy");
    assertThat(MACHINE.value()).isEqualTo("machine:deploy");
    assertThat(ActorId.of("deploy")).isEqualTo(PERSON);
    assertThat(ActorId.of("machine:deploy")).isEqualTo(MACHINE);
  }

  @Test
  void aTextThatNamesNobodyIsRefused() {
    for (String text :
        new String[] {"", "machine:", "machine:machine:deploy", "group:deploy", "A"}) {
      assertThatThrownBy(() -> ActorId.of(text)).isInstanceOf(InvalidName.class);
    }
  }
}
