package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import io.countersign.project.ProjectId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"payments-1", "a-b-999999999999999", "p2-10"})
  void itIsItsProjectAndANumber(String text) {
    assertThat(RequestId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "payments",
        "payments-",
        "payments-0",
        "payments-01",
        "payments--1-",
        "payments-1000000000000000",
        "-1",
        "p-1",
        "Payments-1",
        "payments-1 ",
        "**-1",
        "*1"
      })
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> RequestId.parse(text));
  }

  @Test
  void thoseOfTheOrganisationBeginWithItsMark() {
    assertThat(RequestId.parse("*-12")).isEqualTo(new RequestId(ProjectId.ORGANISATION, 12));
    assertThat(new RequestId(ProjectId.ORGANISATION, 12)).hasToString("*-12");
  }

  @Test
  void numbersCountFromOne() {
    ProjectId project = ProjectId.of("payments");
    assertThat(new RequestId(project, 1)).hasToString("payments-1");
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> new RequestId(project, 0));
  }

  @Test
  void theyAreSortedByProjectThenNumber() {
    List<RequestId> sorted =
        List.of(
            RequestId.parse("orders-20"),
            RequestId.parse("payments-3"),
            RequestId.parse("payments-20"));
    assertThat(new TreeSet<>(sorted.reversed())).containsExactlyElementsOf(sorted);
  }
}
