package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Registry} promises for people and groups. */
public abstract class RegistryContract {
  private static final GroupId OPS = new GroupId("ops");

  private Tables tables;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void open() {
    tables = tables(new StoppedClock(Proposals.NOON));
  }

  @Test
  void whoeverIsWrittenIsFoundByTheirSubject() {
    Person bob = People.person("bob");
    assertThat(write(new Entry.OfPerson(null, bob))).isTrue();
    assertThat(directory().person(bob.id())).isEqualTo(bob);
    assertThat(who(People.subject("bob"))).isEqualTo("bob");
    assertThat(who(People.subject("ann"))).isNull();
  }

  @Test
  void aSubjectIsBoundToOnePerson() {
    assertThat(write(new Entry.OfPerson(null, People.person("bob")))).isTrue();
    Directory before = directory();
    Counters counters = counters();
    Person thief = with(People.person("eve"), People.subject("bob"), 1);
    assertThat(write(new Entry.OfPerson(null, thief))).isFalse();
    assertThat(directory()).isEqualTo(before);
    assertThat(counters()).isEqualTo(counters);
    assertThat(who(People.subject("bob"))).isEqualTo("bob");
  }

  @Test
  void anotherSubjectReplacesTheOldOneWhichIsThenFree() {
    Person bob = People.person("bob");
    Person moved = with(bob, People.subject("robert"), 2);
    assertThat(write(new Entry.OfPerson(null, bob))).isTrue();
    assertThat(write(new Entry.OfPerson(bob, moved))).isTrue();
    assertThat(who(People.subject("bob"))).isNull();
    assertThat(who(People.subject("robert"))).isEqualTo("bob");
    Person next = with(People.person("eve"), People.subject("bob"), 1);
    assertThat(write(new Entry.OfPerson(null, next))).isTrue();
  }

  @Test
  void somebodyUnboundIsNobodyToSignIn() {
    Person bob = People.person("bob");
    assertThat(write(new Entry.OfPerson(null, bob))).isTrue();
    assertThat(write(new Entry.OfPerson(bob, with(bob, null, 2)))).isTrue();
    assertThat(who(People.subject("bob"))).isNull();
  }

  @Test
  void deactivationIsSeenByTheNextCall() {
    Person bob = People.person("bob");
    write(new Entry.OfPerson(null, bob));
    Person gone = People.gone(with(bob, bob.subject(), 2));
    assertThat(write(new Entry.OfPerson(bob, gone))).isTrue();
    Reading read = tables.store().read(Ask.who(People.subject("bob")));
    assertThat(Objects.requireNonNull(read.actor()).active()).isFalse();
  }

  @Test
  void membershipMovesWithItsGroupInOneWrite() {
    Person bob = People.person("bob");
    Person cem = People.person("cem");
    write(new Entry.OfPerson(null, bob));
    write(new Entry.OfPerson(null, cem));
    Group ops = new Group(OPS, "Operations", 1);
    assertThat(write(new Entry.OfGroup(ops, List.of(member(bob, 2), member(cem, 2))))).isTrue();
    assertThat(directory().activeMembers(OPS)).isEqualTo(People.ids("bob", "cem"));
    assertThat(directory().groups()).containsEntry(OPS, ops);
    Reading read = tables.store().read(Ask.who(People.subject("bob")));
    assertThat(Objects.requireNonNull(read.actor()).groups()).containsExactly(OPS);
  }

  @Test
  void aGroupWhoseMemberChangedMeanwhileIsNotHalfWritten() {
    Person bob = People.person("bob");
    Person cem = People.person("cem");
    write(new Entry.OfPerson(null, bob));
    write(new Entry.OfPerson(null, cem));
    Directory before = directory();
    Group ops = new Group(OPS, "Operations", 1);
    assertThat(write(new Entry.OfGroup(ops, List.of(member(bob, 2), member(cem, 3))))).isFalse();
    assertThat(directory()).isEqualTo(before);
  }

  @Test
  void aStalePersonOrGroupIsRefused() {
    Person bob = People.person("bob");
    write(new Entry.OfPerson(null, bob));
    write(new Entry.OfGroup(new Group(OPS, "Operations", 1), List.of()));
    Directory before = directory();
    assertThat(write(new Entry.OfPerson(null, bob))).isFalse();
    assertThat(write(new Entry.OfPerson(bob, with(bob, bob.subject(), 3)))).isFalse();
    assertThat(write(new Entry.OfGroup(new Group(OPS, "Other", 1), List.of()))).isFalse();
    assertThat(write(new Entry.OfGroup(new Group(OPS, "Other", 3), List.of()))).isFalse();
    assertThat(directory()).isEqualTo(before);
  }

  @Test
  void whatOthersWroteMeanwhileIsNotWrittenOver() {
    Person bob = People.person("bob");
    write(new Entry.OfPerson(null, bob));
    Person unbound = with(bob, null, 2);
    assertThat(write(new Entry.OfPerson(bob, unbound))).isTrue();
    assertThat(write(new Entry.OfPerson(bob, with(bob, bob.subject(), 2)))).isFalse();
    assertThat(directory().person(bob.id())).isEqualTo(unbound);
  }

  @Test
  void aStaleCounterIsRefused() {
    Counters before = counters();
    assertThat(write(new Entry.OfPerson(null, People.person("bob")))).isTrue();
    Entry late = new Entry.OfPerson(null, People.person("cem"));
    assertThat(tables.registry().write(late, before)).isFalse();
    assertThat(directory().person(People.id("cem"))).isNull();
    assertThat(who(People.subject("cem"))).isNull();
  }

  @Test
  void thereIsOneFirstAdmin() {
    Binding binding = Rulebook.binding("first", Role.ADMIN, "ann");
    assertThat(write(new Entry.OfFirstAdmin(People.person("ann"), binding, Proposals.NOON)))
        .isTrue();
    assertThat(who(People.subject("ann"))).isEqualTo("ann");
    assertThat(tables.registry().organisation()).containsExactly(binding);
    Binding second = Rulebook.binding("second", Role.ADMIN, "eve");
    assertThat(write(new Entry.OfFirstAdmin(People.person("eve"), second, Proposals.NOON)))
        .isFalse();
    assertThat(who(People.subject("eve"))).isNull();
    assertThat(tables.registry().organisation()).containsExactly(binding);
  }

  private boolean write(Entry entry) {
    return tables.registry().write(entry, counters());
  }

  private Directory directory() {
    return tables.store().directory();
  }

  private Counters counters() {
    return Objects.requireNonNull(
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters());
  }

  private @Nullable String who(Subject subject) {
    var actor = tables.store().read(Ask.who(subject)).actor();
    return actor == null ? null : actor.id().value();
  }

  private static Person member(Person person, long version) {
    return with(person.in(People.groups("ops")), person.subject(), version);
  }

  private static Person with(Person person, @Nullable Subject subject, long version) {
    return new Person(
        person.id(),
        person.name(),
        person.email(),
        person.active(),
        subject,
        person.groups(),
        version);
  }
}
