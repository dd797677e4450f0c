package io.countersign.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;

/** While it lasts, Bob has to agree to the rules of the organisation that Ada wants changed. */
final class Overseen implements AutoCloseable {
  private static final String POLICIES = "v1/projects/*/policies";

  Overseen() {
    Answer made =
        World.as(Person.ADA)
            .post(
                POLICIES,
                Map.of(
                    "kind",
                    "GOVERNANCE",
                    "name",
                    "Rules of all",
                    "requirements",
                    List.of(Map.of("approvals", 1, "people", List.of("bob")))));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  @Override
  public void close() {
    end();
  }

  /** Other tests make projects, which nobody is to be asked about. */
  static void end() {
    for (JsonNode each : World.as(Person.ADA).get(POLICIES).body().path("items")) {
      Map<String, Object> change =
          Map.of(
              "method",
              "DELETE",
              "path",
              "/" + POLICIES + "/" + each.path("id").asText(),
              "ifMatch",
              "\"" + each.path("version").asText() + "\"");
      Proposal asked =
          Proposal.of(
              World.as(Person.ADA)
                  .post(
                      "v1/governance-requests",
                      Map.of("project", "*", "changes", List.of(change))));
      asked.approve(Person.BOB);
      asked.merge(Person.ADA);
    }
  }
}
