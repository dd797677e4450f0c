package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import io.countersign.policy.PolicyId;
import io.countersign.project.DestinationId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ids are slugs, and their text is what they are. */
class NamesTest {
  @TestFactory
  Stream<DynamicTest> everyIdIsASlugAndSortedByIt() {
    return Stream.of(
        slug("project", ProjectId::of),
        slug("environment", EnvironmentId::new),
        slug("destination", DestinationId::new),
        slug("policy", PolicyId::new),
        slug("role", RoleId::new),
        slug("group", GroupId::new),
        slug("binding", BindingId::new),
        slug("person", PersonId::new));
  }

  private static <T extends Comparable<? super T>> DynamicTest slug(
      String name, Function<String, T> of) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          assertThat(of.apply("a-2")).hasToString("a-2");
          for (String bad : List.of("", "a", "A-2", "a_2", "x".repeat(41), "*")) {
            assertThatExceptionOfType(InvalidName.class)
                .as(bad)
                .isThrownBy(() -> of.apply(bad))
                .satisfies(e -> assertThat(e.problem()).isNotBlank());
          }
          assertThat(Stream.of("cc", "aa", "bb").map(of).sorted(Comparator.naturalOrder()))
              .extracting(Object::toString)
              .containsExactly("aa", "bb", "cc");
        });
  }

  @Test
  void onlyTheOrganisationIsAStar() {
    assertThat(new ProjectId("*")).isEqualTo(ProjectId.ORGANISATION);
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> new ProjectId("No"));
  }

  @Test
  void aMachineIsNeverTakenForAPerson() {
    assertThat(new MachineId("ci")).hasToString("machine:ci");
    assertThat(ActorId.of("machine:ci")).isEqualTo(new MachineId("ci"));
  }

  @Test
  void aSubjectHasAnIssuerAndItsName() {
    String issuer = "i".repeat(512);
    String name = "n".repeat(255);
    assertThat(new Subject(issuer, name).subject()).isEqualTo(name);
    for (Subjects wrong :
        List.of(
            new Subjects("", name, "issuer"),
            new Subjects(" ", name, "issuer"),
            new Subjects(issuer + "i", name, "issuer"),
            new Subjects(issuer, "\t", "subject"),
            new Subjects(issuer, name + "n", "subject"))) {
      assertThatExceptionOfType(InvalidName.class)
          .isThrownBy(() -> new Subject(wrong.issuer(), wrong.subject()))
          .satisfies(e -> assertThat(e.rule()).isEqualTo(wrong.rule()));
    }
  }

  private record Subjects(String issuer, String subject, String rule) {}

  @Test
  void permissionsHaveTheCodesOfTheApi() {
    assertThat(Permission.values())
        .extracting(Permission::code)
        .containsExactly(
            "secrets:propose",
            "secrets:reveal",
            "policies:write",
            "requests:read",
            "requests:merge",
            "directory:write",
            "destinations:write",
            "audit:read");
    for (Permission each : Permission.values()) {
      assertThat(Permission.of(each.code())).isEqualTo(each);
    }
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> Permission.of("secrets:read"))
        .withMessageContaining("secrets:propose, secrets:reveal");
  }

  @Test
  void shippedRolesAreFoundByTheirId() {
    for (Role each : Role.SHIPPED) {
      assertThat(Role.shipped(each.id())).isSameAs(each);
    }
    assertThat(Role.shipped(new RoleId("owner"))).isNull();
  }
}
