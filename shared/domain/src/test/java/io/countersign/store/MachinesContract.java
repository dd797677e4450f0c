package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Join;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Subject;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Registry} promises for machines. */
public abstract class MachinesContract {
  private static final Machine CI = People.machine("ci", "bob");

  private Tables tables;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void open() {
    tables = tables(new StoppedClock(Proposals.NOON));
  }

  @Test
  void aMachineIsFoundByItsSubject() {
    assertThat(write(new Entry.OfMachine(null, CI))).isTrue();
    assertThat(directory().machines()).containsEntry(CI.id(), CI);
    assertThat(directory().people()).isEmpty();
    assertThat(who(Objects.requireNonNull(CI.subject()))).isEqualTo(Actor.of(CI));
  }

  @Test
  void aSubjectIsAPersonOrAMachineNeverBoth() {
    Subject subject = Objects.requireNonNull(CI.subject());
    assertThat(write(new Entry.OfMachine(null, CI))).isTrue();
    Directory before = directory();
    assertThat(write(new Entry.OfPerson(null, person("ci", subject)))).isFalse();
    assertThat(write(new Entry.OfPerson(null, person("bob", subject)))).isFalse();
    assertThat(write(new Entry.OfMachine(null, bound(People.machine("cd"), subject, 1)))).isFalse();
    assertThat(directory()).isEqualTo(before);
    assertThat(who(subject)).isEqualTo(Actor.of(CI));
  }

  @Test
  void aPersonsSubjectIsNoMachines() {
    Person bob = People.person("bob");
    assertThat(write(new Entry.OfPerson(null, bob))).isTrue();
    Machine thief = bound(People.machine("bob"), bob.subject(), 1);
    assertThat(write(new Entry.OfMachine(null, thief))).isFalse();
    assertThat(who(People.subject("bob"))).isEqualTo(Actor.of(bob));
  }

  @Test
  void whatAMachineFreesSomebodyElseMayHave() {
    Subject subject = Objects.requireNonNull(CI.subject());
    assertThat(write(new Entry.OfMachine(null, CI))).isTrue();
    assertThat(write(new Entry.OfMachine(CI, bound(CI, null, 2)))).isTrue();
    assertThat(who(subject)).isNull();
    assertThat(write(new Entry.OfPerson(null, person("bob", subject)))).isTrue();
  }

  @Test
  void whoAskedToJoinWithItsSubjectAsksNoMore() {
    Join join = Join.asked("CI", null, Objects.requireNonNull(CI.subject()), Proposals.NOON);
    assertThat(tables.registry().ask(join)).isTrue();
    assertThat(write(new Entry.OfMachine(null, CI))).isTrue();
    assertThat(tables.registry().joins(Proposals.NOON)).isEmpty();
    assertThat(tables.registry().ask(join)).isFalse();
  }

  @Test
  void aStaleMachineIsRefused() {
    assertThat(write(new Entry.OfMachine(null, CI))).isTrue();
    Directory before = directory();
    assertThat(write(new Entry.OfMachine(null, CI))).isFalse();
    assertThat(write(new Entry.OfMachine(CI, bound(CI, CI.subject(), 3)))).isFalse();
    assertThat(directory()).isEqualTo(before);
  }

  private boolean write(Entry entry) {
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    return tables.registry().write(entry, Objects.requireNonNull(counters));
  }

  private Directory directory() {
    return tables.store().directory();
  }

  private @Nullable Actor who(Subject subject) {
    return tables.store().read(Ask.who(subject)).actor();
  }

  private static Person person(String name, Subject subject) {
    Person person = People.person(name);
    return new Person(
        person.id(), name, person.email(), true, subject, person.groups(), person.version());
  }

  private static Machine bound(Machine machine, @Nullable Subject subject, long version) {
    return new Machine(
        machine.id(),
        machine.name(),
        machine.active(),
        subject,
        machine.owners(),
        machine.ceased(),
        version);
  }
}
