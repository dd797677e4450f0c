package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who answers for a machine, and since when not any more. */
class MachineTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Machine CI = owned(People.machine("ci", "ann", "bob"), "cem", NOON);

  private static Machine owned(Machine machine, String before, Instant until) {
    SortedMap<PersonId, Instant> ceased = new TreeMap<>(machine.ceased());
    ceased.put(People.id(before), until);
    return new Machine(
        machine.id(), machine.name(), true, machine.subject(), machine.owners(), ceased, 1);
  }

  @Test
  void whoCeasedToOwnItSinceThenIsNamedToo() {
    assertThat(CI.ownersSince(NOON.minusNanos(1))).isEqualTo(People.ids("ann", "bob", "cem"));
    assertThat(CI.ownersSince(NOON)).isEqualTo(People.ids("ann", "bob", "cem"));
    assertThat(CI.ownersSince(NOON.plusNanos(1))).isEqualTo(People.ids("ann", "bob"));
  }

  @Test
  void whoIsNamedNoMoreCeasesNow() {
    Instant now = NOON.plusSeconds(1);
    assertThat(CI.ceasedWith(People.ids("bob", "dan"), now))
        .containsOnly(Map.entry(People.id("ann"), now), Map.entry(People.id("cem"), NOON));
  }

  @Test
  void whoOwnsItAgainHasNotCeased() {
    assertThat(CI.ceasedWith(People.ids("ann", "bob", "cem"), NOON)).isEmpty();
  }

  @Test
  void theDirectoryNamesTheOwnersOfTheMachinesAmongTheActors() {
    Directory directory =
        People.with(People.directory("ann", "dan"), CI, People.machine("cd", "dan"));
    Set<ActorId> actors = Set.of(CI.id(), People.id("eve"), new MachineId("unknown"));
    assertThat(directory.ownersSince(actors, NOON)).isEqualTo(People.ids("ann", "bob", "cem"));
    assertThat(directory.ownersSince(Set.of(People.id("ci")), NOON)).isEmpty();
  }

  @Test
  void aMachineIsAnActorInNoGroup() {
    Directory directory = People.with(Directory.EMPTY, CI);
    assertThat(directory.actor(CI.id())).isEqualTo(Actor.of(CI));
    assertThat(Actor.of(CI).groups()).isEmpty();
    assertThat(directory.actor(People.id("ci"))).isNull();
    assertThat(directory.nameOf(CI.id())).isEqualTo("ci");
    assertThat(directory.nameOf(new MachineId("cd"))).isEqualTo("machine:cd");
  }
}
