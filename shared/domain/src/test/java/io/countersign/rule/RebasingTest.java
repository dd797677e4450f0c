package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.policy.Policy;
import io.countersign.property.Cases;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same changes of rules, written against what is there now. */
class RebasingTest {
  private static final Basis BASIS = Charter.basis();

  private static Edit onto(Basis basis, Edit edit) {
    List<Edit> rebased = Rebasing.onto(List.of(edit), basis);
    assertThat(rebased).hasSize(1);
    return rebased.getFirst();
  }

  /** What two states of one thing differ in. */
  private static List<String> differing(Record one, Record other) {
    return Arrays.stream(one.getClass().getRecordComponents())
        .filter(each -> !read(one, each).equals(read(other, each)))
        .map(each -> each.getName())
        .toList();
  }

  private static String read(Record of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of) + "";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records of the rules are public", e);
    }
  }

  @Test
  void whatFitsStaysAsItIs() {
    for (List<Edit> edits : List.of(Charter.changes(), Charter.additions(), Charter.removals())) {
      assertThat(Rebasing.onto(edits, BASIS)).isEqualTo(edits);
    }
    assertThat(Rebasing.onto(List.of(), BASIS)).isEmpty();
  }

  @Test
  void whatHasChangedIsChangedToTheSameInTheVersionAfter() {
    for (Edit edit : Charter.changes()) {
      Basis now = BASIS.with(edit);
      Edit rebased = onto(now, edit);
      assertThat(rebased.before()).isEqualTo(edit.after());
      if (!(edit instanceof Edit.OfGroup)) {
        assertThat(differing(after(edit), after(rebased)))
            .as("%s", edit)
            .containsExactly("version");
      }
      assertThat(Fit.reasons(List.of(rebased), now, null)).isEmpty();
      assertThat(after(rebased).toString()).contains("version=3");
      assertThat(rebased.thing()).isEqualTo(edit.thing());
      assertThat(rebased.project()).isEqualTo(edit.project());
    }
  }

  @Test
  void whatSomebodyHasAddedMeanwhileIsChanged() {
    for (Edit edit : Charter.additions()) {
      if (!(edit instanceof Edit.OfProject)) {
        Edit rebased = onto(BASIS.with(edit), edit);
        assertThat(rebased.before()).as("%s", edit).isEqualTo(edit.after());
        assertThat(rebased.thing().deed()).isEqualTo(Thing.Deed.CHANGE);
        assertThat(after(rebased).toString()).contains("version=2");
      }
    }
  }

  @Test
  void whatIsNotThereAnyMoreIsAddedAgain() {
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 2);
    Edit rebased =
        onto(BASIS.with(Charter.binding(Charter.DAN, null)), Charter.binding(Charter.DAN, viewer));
    assertThat(rebased)
        .isEqualTo(Charter.binding(null, Charter.giving(Charter.DAN, Role.VIEWER, 1)));
    Policy next = Charter.version(7, Charter.SECRETS);
    assertThat(
            onto(
                BASIS.with(Charter.policy(Charter.SECRETS, null)),
                Charter.policy(Charter.SECRETS, next)))
        .isEqualTo(Charter.policy(null, Charter.version(1, Charter.SECRETS)));
  }

  @Test
  void whatIsGoneAlreadyNeedsNoChange() {
    Basis now = BASIS.with(Charter.removals());
    assertThat(Rebasing.onto(Charter.removals(), now)).isEmpty();
    Edit other = Charter.changes().getFirst();
    List<Edit> all = new ArrayList<>(Charter.removals());
    all.add(other);
    assertThat(Rebasing.onto(all, now)).containsExactly(other);
  }

  @Test
  void whatIsToGoGoesAsItIsNow() {
    Policy next = Charter.version(2, Charter.SECRETS);
    assertThat(
            onto(
                BASIS.with(Charter.policy(Charter.SECRETS, next)),
                Charter.policy(Charter.SECRETS, null)))
        .isEqualTo(Charter.policy(next, null));
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 2);
    assertThat(
            onto(
                BASIS.with(Charter.binding(Charter.DAN, viewer)),
                Charter.binding(Charter.DAN, null)))
        .isEqualTo(Charter.binding(viewer, null));
  }

  @Test
  void aRoleIsGivenAsItIsNow() {
    Role less = Charter.role(2, Permission.REQUESTS_READ);
    Basis now = BASIS.with(new Edit.OfRole(Rulebook.PAYMENTS, Charter.RELEASER, less));
    Edit given = Charter.binding(null, Rulebook.binding("bob", Charter.RELEASER, "bob"));
    assertThat(onto(now, given))
        .isEqualTo(Charter.binding(null, Rulebook.binding("bob", less, "bob")));
    Basis none = new Basis(BASIS.rules().withRoles(List.of()), BASIS.directory());
    assertThat(onto(none, given)).isEqualTo(given);
  }

  @Test
  void membershipIsTheGroups() {
    Person bob = People.person("bob");
    Basis now =
        BASIS.with(
            new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan")));
    Edit.OfPerson rebased =
        (Edit.OfPerson) onto(now, new Edit.OfPerson(bob, People.at("x@y", bob)));
    assertThat(rebased.after().groups()).isEqualTo(People.groups("ops"));
    assertThat(rebased.after().email()).isEqualTo("x@y");
    Person eve = People.person("eve", "ops");
    assertThat(((Edit.OfPerson) onto(now, new Edit.OfPerson(eve, eve))).after().groups()).isEmpty();
  }

  @Test
  void whoCeasedToOwnAMachineIsAsItIsNow() {
    Machine ci = People.machine("ci", "dan");
    Machine ceased =
        new Machine(
            ci.id(),
            ci.name(),
            true,
            ci.subject(),
            People.ids("bob"),
            new TreeMap<>(Map.of(People.id("dan"), Proposals.NOON)),
            2);
    Basis now = BASIS.with(new Edit.OfMachine(ci, ceased));
    Edit.OfMachine rebased =
        (Edit.OfMachine) onto(now, new Edit.OfMachine(ci, Charter.owned(ci, "pia")));
    assertThat(rebased.before()).isEqualTo(ceased);
    assertThat(rebased.after().ceased()).isEqualTo(ceased.ceased());
    assertThat(rebased.after().owners()).isEqualTo(People.ids("pia"));
    Edit.OfMachine anew =
        (Edit.OfMachine)
            onto(
                new Basis(BASIS.rules(), People.directory("ada")),
                new Edit.OfMachine(ceased, ceased));
    assertThat(anew.before()).isNull();
    assertThat(anew.after().ceased()).isEmpty();
    assertThat(anew.after().id()).isEqualTo(new MachineId("ci"));
  }

  @Test
  void eachIsWrittenAgainstWhatThoseBeforeItMake() {
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 9);
    assertThat(
            Rebasing.onto(
                List.of(Charter.binding(Charter.DAN, viewer), Charter.binding(viewer, null)),
                BASIS))
        .containsExactly(
            Charter.binding(Charter.DAN, Charter.giving(Charter.DAN, Role.VIEWER, 2)),
            Charter.binding(Charter.giving(Charter.DAN, Role.VIEWER, 2), null));
  }

  @Test
  void nothingElseOfWhatIsToBeIsLost() {
    Cases.each(
        50,
        random -> {
          for (Edit edit : AnyEdit.all(random)) {
            if (edit.after() != null) {
              assertThat(differing(after(edit), after(onto(BASIS, edit))))
                  .as("%s", edit)
                  .isSubsetOf("version", "groups", "ceased", "group");
            }
          }
        });
  }

  private static Record after(Edit edit) {
    return Objects.requireNonNull(edit.after());
  }
}
