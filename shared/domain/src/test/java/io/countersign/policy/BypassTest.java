package io.countersign.policy;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import org.junit.jupiter.api.Test;

/** Who may bypass a policy (rule 7). */
class BypassTest {
  private static final Bypass ANN_OR_OPS =
      new Bypass.Chosen(People.ids("ann"), People.groups("ops"));
  private static final Actor GONE = Actor.of(People.gone(People.person("ann", "ops")));

  private static BoundPolicy bound(Bypass bypass, Directory directory) {
    Policy plain = policy("one", requirement(1, "bob"));
    return Rulebook.bypass(bypass, plain).bind(directory);
  }

  @Test
  void it_is_off_unless_said_otherwise() {
    assertThat(Terms.STRICT.bypass()).isEqualTo(new Bypass.Off());
    BoundPolicy off = bound(new Bypass.Off(), People.directory("ann"));
    assertThat(off.letsBypass(People.actor("ann"))).isFalse();
    assertThat(off.bypassers()).isEmpty();
  }

  @Test
  void anyone_who_is_active_may_where_that_is_said() {
    BoundPolicy open = bound(new Bypass.Anyone(), Directory.EMPTY);
    assertThat(open.letsBypass(People.actor("ann"))).isTrue();
    assertThat(open.letsBypass(GONE)).isFalse();
  }

  @Test
  void no_machine_may() {
    Actor machine = new Actor(new MachineId("ci"), "ci", true, People.groups("ops"));
    assertThat(bound(new Bypass.Anyone(), Directory.EMPTY).letsBypass(machine)).isFalse();
    assertThat(ANN_OR_OPS.admits(machine)).isFalse();
  }

  @Test
  void a_list_names_somebody() {
    assertThatThrownBy(() -> new Bypass.Chosen(People.ids(), People.groups()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_chosen_are_named_or_in_a_group_that_is() {
    Directory directory =
        People.directory(
            People.person("ann"), People.person("bob", "ops"), People.person("cem", "leads"));
    BoundPolicy chosen = bound(ANN_OR_OPS, directory);
    assertThat(chosen.bypassers()).isEqualTo(People.ids("ann", "bob"));
    assertThat(chosen.letsBypass(People.actor("ann"))).isTrue();
    assertThat(chosen.letsBypass(People.actor("bob", "ops"))).isTrue();
    assertThat(chosen.letsBypass(People.actor("cem", "leads"))).isFalse();
  }

  @Test
  void who_is_chosen_only_later_may_not() {
    BoundPolicy chosen = bound(ANN_OR_OPS, People.directory(People.person("ann")));
    assertThat(chosen.letsBypass(People.actor("bob", "ops"))).isFalse();
  }

  @Test
  void who_is_not_chosen_any_more_may_not() {
    Directory then = People.directory(People.person("ann"), People.person("bob", "ops"));
    assertThat(bound(ANN_OR_OPS, then).letsBypass(People.actor("bob"))).isFalse();
    assertThat(bound(ANN_OR_OPS, then).letsBypass(GONE)).isFalse();
  }

  @Test
  void the_deactivated_are_not_bound() {
    Directory then = People.directory(People.gone(People.person("ann")));
    assertThat(bound(ANN_OR_OPS, then).bypassers()).isEmpty();
  }
}
