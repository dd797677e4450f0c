package io.countersign.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What may depend on what. */
class LayersTest {
  @Test
  void the_domain_depends_on_the_jdk_only() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations")
                .or(describe("are of the domain", LayersTest::ofTheDomain)))
        .check(Compiled.DOMAIN);
  }

  private static boolean ofTheDomain(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return base.isPrimitive() || Compiled.DOMAIN.contains(base);
  }

  @Test
  void the_domain_asks_nobody_for_time_chance_or_surroundings() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .check(Compiled.DOMAIN);
  }

  @Test
  void handlers_are_free_of_the_sdk() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Handler")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .check(Compiled.FUNCTIONS);
  }

  @Test
  void in_functions_only_the_wiring_knows_the_sdk_and_the_environment() {
    noClasses()
        .that(describe("are no wiring", each -> !simpleName("Wiring").test(each)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(Compiled.FUNCTIONS);
  }

  @Test
  void shared_code_reads_no_environment() {
    noClasses()
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(Compiled.SHARED);
  }

  @Test
  void functions_know_nothing_of_each_other() {
    Set<String> functions =
        Compiled.FUNCTIONS.stream()
            .map(each -> each.getPackageName().split("\\.", -1)[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(functions).hasSizeGreaterThanOrEqualTo(10);
    for (String function : functions) {
      noClasses()
          .that()
          .resideInAPackage("io.countersign." + function + "..")
          .should()
          .dependOnClassesThat(describe("are another function's", each -> another(function, each)))
          .check(Compiled.FUNCTIONS);
    }
  }

  private static boolean another(String function, JavaClass type) {
    return Compiled.FUNCTIONS.contains(type)
        && !type.getPackageName().startsWith("io.countersign." + function);
  }

  @Test
  void packages_of_the_adapters_and_edges_have_no_cycles() {
    slices().matching("io.countersign.aws.(*)..").should().beFreeOfCycles().check(Compiled.SHARED);
    slices().matching("io.countersign.edge.(*)..").should().beFreeOfCycles().check(Compiled.SHARED);
  }

  @Test
  void packages_of_the_domain_have_no_cycles() {
    slices().matching("io.countersign.(*)..").should().beFreeOfCycles().check(Compiled.DOMAIN);
  }
}
