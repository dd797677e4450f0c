package io.countersign.edge.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.sample.People;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody is bound as and what their token is have to agree. */
class ActorsTest {
  private static final Actor PERSON = Actor.of(People.person("ann"));
  private static final Actor MACHINE = Actor.of(People.machine("ci", "ann"));
  private static final Caller SIGNED_IN = new Caller(People.subject("ann"), Caller.Bearer.PERSON);
  private static final Caller ROBOT = new Caller(People.subject("ci"), Caller.Bearer.MACHINE);
  private static final Caller CLIENT = new Caller(People.subject("ci"), Caller.Bearer.CLIENT);

  private static Problem refused(@Nullable Actor actor, Caller caller) {
    try {
      throw new AssertionError("let in: " + Actors.require(actor, caller));
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(403);
      return e.problem();
    }
  }

  @Test
  void somebodySignedInIsThePersonAndAClientTheMachine() {
    assertThat(Actors.require(PERSON, SIGNED_IN)).isEqualTo(PERSON);
    assertThat(Actors.require(MACHINE, ROBOT)).isEqualTo(MACHINE);
  }

  @Test
  void aClientNeverActsAsAPersonNorAPersonAsAMachine() {
    assertThat(refused(PERSON, ROBOT).code()).isEqualTo("not-a-person");
    assertThat(refused(MACHINE, SIGNED_IN).code()).isEqualTo("not-a-machine");
  }

  @Test
  void whoIsNobodyIsToldWhatToBindAndToWhat() {
    Problem person = refused(null, SIGNED_IN);
    assertThat(person.code()).isEqualTo("unknown-person");
    assertThat(person.detail()).contains("subject-of-ann", "to a person");
    Problem client = refused(null, ROBOT);
    assertThat(client.code()).isEqualTo("unknown-machine");
    assertThat(client.detail()).contains("subject-of-ci", "to a machine", "directory:write");
  }

  @Test
  void aClientThatTheDeploymentDoesNotNameIsNobodyWhateverItIsBoundTo() {
    for (Actor bound : Arrays.asList(MACHINE, PERSON, null)) {
      Problem client = refused(bound, CLIENT);
      assertThat(client.code()).isEqualTo("unknown-client");
      assertThat(client.detail()).contains("MachineClientIds");
    }
  }

  @Test
  void whoIsDeactivatedIsRefused() {
    Actor gone = Actor.of(People.gone(People.person("ann")));
    assertThat(refused(gone, SIGNED_IN).code()).isEqualTo("deactivated");
  }

  @Test
  void whoeverIsReadIsAsTheDirectoryOfTheDecisionHasThem() {
    Person ann = People.person("ann", "ops");
    assertThat(Actors.require(PERSON, People.directory(ann), SIGNED_IN)).isEqualTo(Actor.of(ann));
    Caller moved = new Caller(People.subject("anne"), Caller.Bearer.PERSON);
    assertThat(refused(PERSON, People.directory(ann), moved).code()).isEqualTo("unknown-person");
    assertThat(refused(PERSON, Directory.EMPTY, SIGNED_IN).code()).isEqualTo("unknown-person");
    assertThat(refused(MACHINE, People.directory(ann), ROBOT).code()).isEqualTo("unknown-machine");
  }

  private static Problem refused(Actor read, Directory directory, Caller caller) {
    try {
      throw new AssertionError("let in: " + Actors.require(read, directory, caller));
    } catch (ProblemException e) {
      return e.problem();
    }
  }
}
