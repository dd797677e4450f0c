package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.project.ProjectId;
import io.countersign.property.Cases;
import io.countersign.rule.Edit;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Variants;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rule 1: a digest is over all that a change of rules says. */
class RulesDigestTest {
  private static Digest digest(Edit... edits) {
    return digest(AnyEdit.alone(Rulebook.PAYMENTS, List.of(edits)));
  }

  private static Digest digest(Payload payload) {
    return Revision.sealed(
            Proposals.ONE,
            "",
            People.id("pat"),
            "title",
            "",
            payload,
            List.of(),
            Directory.EMPTY,
            Proposals.NOON)
        .digest();
  }

  @Test
  void nothingOfAnyChangeIsLeftOutOfIt() {
    SortedSet<String> varied = new TreeSet<>();
    SortedSet<String> all = new TreeSet<>();
    Cases.each(
        40,
        random -> {
          for (Edit edit : AnyEdit.all(random)) {
            Payload.OfGovernance payload =
                new Payload.OfGovernance(
                    Rulebook.PAYMENTS, List.of(edit), AnyEdit.surroundings(random));
            Digest digest = digest(payload);
            all.addAll(Variants.components(payload));
            for (Variants.Variant<Payload.OfGovernance> other : Variants.of(payload)) {
              assertThat(digest(other.value())).as("%s", other.place()).isNotEqualTo(digest);
              varied.addAll(other.place());
            }
          }
        });
    assertThat(varied).isEqualTo(all).contains("Terms.selfApproval", "Subject.issuer");
  }

  @Test
  void theOrderOfChangesIsPartOfIt() {
    Edit one = Charter.changes().getFirst();
    Edit other = Charter.changes().getLast();
    assertThat(digest(one, other)).isNotEqualTo(digest(other, one));
    assertThat(digest(one)).isNotEqualTo(digest(one, one));
    assertThat(digest()).isNotEqualTo(digest(one));
  }

  @Test
  void whoseTheyAreIsPartOfIt() {
    Edit edit = Charter.changes().getFirst();
    assertThat(digest(AnyEdit.alone(Charter.PROJECT.id(), List.of(edit)))).isEqualTo(digest(edit));
    assertThat(digest(AnyEdit.alone(ProjectId.ORGANISATION, List.of(edit))))
        .isNotEqualTo(digest(edit));
  }

  @Test
  void theOrderOfSetsAndMapsIsNot() {
    Role one = Charter.role(1, Permission.SECRETS_PROPOSE, Permission.REQUESTS_MERGE);
    Set<Permission> ordered =
        new LinkedHashSet<>(List.of(Permission.REQUESTS_MERGE, Permission.SECRETS_PROPOSE));
    for (Set<Permission> same : List.of(ordered, new HashSet<>(ordered))) {
      Role other = new Role(one.id(), same, 1);
      assertThat(other).isEqualTo(one);
      assertThat(role(other)).isEqualTo(role(one));
    }
    Person two = People.person("bob", "leads", "ops");
    SortedSet<GroupId> backwards = new TreeSet<>(Collections.reverseOrder());
    backwards.addAll(two.groups());
    Person reversed =
        new Person(two.id(), two.name(), two.email(), true, two.subject(), backwards, 1);
    assertThat(reversed).isEqualTo(two);
    assertThat(digest(new Edit.OfPerson(null, reversed)))
        .isEqualTo(digest(new Edit.OfPerson(null, two)));
    SortedMap<PersonId, Instant> ceased =
        new TreeMap<>(
            Map.of(
                People.id("amy"), Proposals.NOON, People.id("bob"), Proposals.NOON.plusMillis(1)));
    SortedMap<PersonId, Instant> ceasedBackwards = new TreeMap<>(Collections.reverseOrder());
    ceasedBackwards.putAll(ceased);
    assertThat(machine(ceasedBackwards)).isEqualTo(machine(ceased));
    assertThat(digest(new Edit.OfMachine(null, machine(ceasedBackwards))))
        .isEqualTo(digest(new Edit.OfMachine(null, machine(ceased))));
  }

  private static Digest role(Role role) {
    return digest(new Edit.OfRole(Rulebook.PAYMENTS, null, role));
  }

  private static Machine machine(SortedMap<PersonId, Instant> ceased) {
    Machine ci = People.machine("ci", "dan");
    return new Machine(ci.id(), ci.name(), true, ci.subject(), ci.owners(), ceased, 1);
  }

  @Test
  void whoIsMeantIsMoreThanTheirName() {
    assertThat(digest(held(new Holder.OnePerson(People.id("ci")))))
        .isNotEqualTo(digest(held(new Holder.OneGroup(new GroupId("ci")))));
  }

  private static Edit held(Holder holder) {
    return Charter.binding(
        null, new Binding(new BindingId("some"), Role.VIEWER, holder, null, null, 1));
  }
}
